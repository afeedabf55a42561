import { lackingMessage } from '../../../domain/messages/lacking'
import type { Grant, StaffRole } from '../../../domain/roles/people'
import { deriveSheet } from '../../../domain/sheet/derive'
import { boundsOf, maySeeWho, reachOf } from '../../../domain/statistics/reach'
import { sumOf, sumsBy } from '../../../domain/statistics/sums'
import { tallyAll } from '../../../domain/statistics/tally'
import { cohort2022 } from '../cohort2022'
import { clearedFacts, fact, NOW, student } from '../sheet/students'

const CLASS = '软件技术 1902 班'
const COLLEGE = '信息工程学院'

const counsellor: Grant = { role: 'counsellor', scope: { kind: 'class', values: [CLASS] } }
const secretary: Grant = { role: 'secretary', scope: { kind: 'college', values: [COLLEGE] } }
const affairs: Grant = { role: 'studentAffairs', scope: { kind: 'school', values: [] } }

const NOTHING = { classes: [], colleges: [] }

const reach = (...grants: Grant[]) => reachOf({ grants }, () => true, NOW)

describe('how far somebody sees', () => {
  test.each<[string, Grant[], ReturnType<typeof reach>]>([
    ['a class', [counsellor], { classes: [CLASS], colleges: [] }],
    ['a college', [secretary], { classes: [], colleges: [COLLEGE] }],
    ['both of two posts', [counsellor, secretary], { classes: [CLASS], colleges: [COLLEGE] }],
    ['everything', [counsellor, affairs], 'school'],
    ['nothing after the post has ended', [{ ...affairs, until: '2022-06-09' }], NOTHING],
    [
      'nothing by a scope its role may not have',
      [{ ...counsellor, scope: affairs.scope }],
      NOTHING,
    ],
  ])('%s', (_, grants, wanted) => {
    expect(reach(...grants)).toEqual(wanted)
  })

  test('only in the roles that count', () => {
    const counts = (role: StaffRole) => role === 'counsellor'
    expect(reachOf({ grants: [counsellor, affairs] }, counts, NOW)).toEqual({
      classes: [CLASS],
      colleges: [],
    })
  })
})

describe('a part of it', () => {
  test('is narrower, and never wider', () => {
    expect(boundsOf('school', {})).toEqual([{}])
    expect(boundsOf('school', { college: COLLEGE })).toEqual([{ college: [COLLEGE] }])
    expect(boundsOf(reach(counsellor), {})).toEqual([{ className: [CLASS] }])
    expect(boundsOf(reach(secretary), { className: CLASS })).toEqual([
      { className: [CLASS], college: [COLLEGE] },
    ])
  })

  test('is nothing when it lies outside', () => {
    expect(boundsOf(reach(counsellor), { className: '软件技术 1903 班' })).toEqual([])
    expect(boundsOf(reach(secretary), { college: '商学院' })).toEqual([])
  })
})

test.each<[StaffRole, string[]]>([
  ['librarian', ['library']],
  ['finance', ['tuition', 'lodging', 'insurance', 'card']],
  ['leagueSecretary', ['league']],
  ['partyOffice', ['party']],
  ['auditor', []],
])('%s may see by name who lacks %j', (role, codes) => {
  const seen = cohort2022.items.filter((item) => maySeeWho(role, item))
  expect(seen.map(({ code }) => code)).toEqual(codes)
})

test.each(['counsellor', 'secretary', 'studentAffairs'] as const)('%s sees all items', (role) => {
  expect(cohort2022.items.every((item) => maySeeWho(role, item))).toBe(true)
})

test('the sums of the parts are the sum of all', () => {
  const base = { cohort: '2022', college: COLLEGE, className: CLASS, mayLeave: true }
  const tallies = tallyAll([
    { ...base, items: { dorm: 'done' } },
    { ...base, className: '软件技术 1903 班', items: { dorm: 'pending', hukou: 'exempt' } },
    { ...base, college: '商学院', className: '会计 1901 班', items: { dorm: 'done' } },
  ])
  const colleges = sumsBy(tallies, 'college')
  expect(colleges.map(({ name, sum }) => [name, sum.students])).toEqual([
    [COLLEGE, 2],
    ['商学院', 1],
  ])
  expect(sumOf(colleges.map(({ sum }) => sum))).toEqual(sumOf(tallies))
})

describe('a reminder', () => {
  const facts = { ...clearedFacts(), loans: fact([{ barcode: 'N1', title: '边城' }]) }
  const textOn = (code: string, now: string) => {
    const { steps } = deriveSheet(cohort2022, student([], facts), facts, {}, new Date(now))
    const item = steps.flatMap(({ items }) => items).find((each) => each.code === code)
    if (!item) throw new Error(`there is no ${code}`)
    const making = { at: now, day: now.slice(0, 10), call: 'call' }
    return lackingMessage('1907010216', item, making).text
  }

  test.each([
    ['until when', 'library', '2022-06-10T09:00:00+08:00', '在借 1 本，7 月 2 日截止'],
    ['how late it is', 'library', '2022-07-05T09:00:00+08:00', '在借 1 本，已逾期 3 天'],
  ])('says %s', (_, code, now, text) => {
    expect(textOn(code, now)).toBe(text)
  })

  test('says the notice’s own words where no day is set', () => {
    expect(textOn('archive', '2022-06-10T09:00:00+08:00')).toContain('待定')
  })
})
