import { unheardFeed } from '../../../domain/feeds/after'
import type { Feed, Spoken } from '../../../domain/feeds/feed'
import { confirmed, latenessOf } from '../../../domain/feeds/freshness'
import { itemAnswer, sheetAnswer } from '../../../domain/sheet/answers'
import type { Facts } from '../../../domain/student/facts'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, NOW, student } from '../sheet/students'

const AS_OF = '2022-06-10T08:50:00+08:00'
const spoken = (changes: Partial<Spoken> = {}): Feed['cohorts'] => ({
  2022: { asOf: AS_OF, named: 3000, open: 900, spoiled: [], ...changes },
})
const feed = (changes: Partial<Feed> = {}): Feed => ({
  ...unheardFeed('finance'),
  asOf: AS_OF,
  cohorts: spoken(),
  nextAt: '2022-06-10T09:00:00+08:00',
  ...changes,
})

const owing = {
  ...clearedFacts(),
  arrears: fact([{ fee: 'tuition' as const, year: 2021, owedFen: 520_000 }]),
}

test('a fact that a later complete run did not change is as fresh as that run', () => {
  expect(confirmed(student([], owing), [feed()]).arrears?.asOf).toBe(AS_OF)
})

test('what could not be read of a student is not confirmed, nor what was said of another cohort', () => {
  const { arrears } = owing
  const own = student([], owing)
  const spoiled = feed({ cohorts: spoken({ spoiled: [own._id] }) })
  expect(confirmed(own, [spoiled]).arrears).toEqual(arrears)
  expect(confirmed({ ...own, cohort: '2021' }, [feed()]).arrears).toEqual(arrears)
})

test('a fact newer than the last complete run keeps its own instant', () => {
  const paid = { ...owing, arrears: { ...owing.arrears, asOf: '2022-06-10T08:55:00+08:00' } }
  expect(confirmed(student([], paid), [feed()]).arrears?.asOf).toBe('2022-06-10T08:55:00+08:00')
})

test('a source says nothing of what another says, and nothing comes from silence', () => {
  expect(confirmed(student([], owing), [feed()]).loans).toEqual(owing.loans)
  expect(confirmed(student([], {}), [feed()])).toEqual({})
})

test.each<[string, Partial<Feed>, boolean]>([
  ['the next run is still to come', {}, false],
  ['one run came to nothing', { missed: 1 }, false],
  ['two runs came to nothing', { missed: 2 }, true],
  ['nobody has asked for twenty minutes', { nextAt: '2022-06-10T08:40:00+08:00' }, false],
  ['nobody has asked for longer', { nextAt: '2022-06-10T08:39:00+08:00' }, true],
  ['it is not asked by a timer', { nextAt: null, missed: 5 }, false],
  ['it has never spoken', { cohorts: {}, missed: 5 }, false],
  ['a run is held', { held: 'SJ220610-7K3M9Q' }, true],
  ['what it sent was refused', { refused: ['少了 53%。'] }, true],
])('when %s the data is late: %#', (_, changes, late) => {
  expect(latenessOf('finance', '2022', [feed(changes)], NOW) !== '').toBe(late)
})

test('what is late says since when and what that means', () => {
  expect(latenessOf('finance', '2022', [feed({ missed: 2 })], NOW)).toBe(
    '财务系统 08:50 以后没有传来新数据，正在重试。这以后缴的费还没有算进来，不用再缴一次。',
  )
})

test('what was sent and is held is not said to have stayed away', () => {
  expect(latenessOf('finance', '2022', [feed({ held: 'SJ220610-7K3M9Q' })], NOW)).toBe(
    '财务系统新传来的数据学校还在核对，先按 08:50 的数据。这以后缴的费还没有算进来，不用再缴一次。',
  )
})

test('the sheet says it once however many items hear from that system', () => {
  const { late } = sheetAnswer(cohort2022, student([], owing), NOW, [feed({ missed: 2 })])
  expect(late).toEqual([latenessOf('finance', '2022', [feed({ missed: 2 })], NOW)])
})

test('the report of the card is not older for the system being silent', () => {
  const card = fact({ balanceFen: 8_640 })
  const late = (facts: Facts) =>
    sheetAnswer(cohort2022, student([], facts), NOW, [feed({ _id: 'card', missed: 2 })]).late.length
  expect(late({ ...clearedFacts(), card })).toBe(1)
  expect(late({ ...clearedFacts(), card, cardReport: card })).toBe(0)
})

test('a pending fee can be looked at anew when its system can be asked; a paid one need not', () => {
  const item = (code: string, feeds: Feed[]) =>
    itemAnswer(cohort2022, student([], owing), code, NOW, feeds).recheck
  expect(item('tuition', [feed()])).toBe('我已缴费，请核对')
  expect(item('lodging', [feed()])).toBeNull()
  expect(item('tuition', [])).toBeNull()
  expect(item('tuition', [feed({ nextAt: null })])).toBeNull()
})
