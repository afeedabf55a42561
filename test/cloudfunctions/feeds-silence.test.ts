import type { RunAnswer } from '../../domain/feeds/answers'
import { cohort2022 } from '../domain/cohort2022'
import { owes } from './fake-source'
import { dataOf, FeedingSchool } from './feeding-school'
import { FOREIGN_STUDENT, openidOf, OWN_STUDENT, STUDENT_OPENID } from './small-school'

const FINANCE = openidOf('finance', 'own')

let feeding: FeedingSchool
beforeAll(async () => {
  feeding = await FeedingSchool.open()
  await feeding.store.put('cohorts', [{ ...cohort2022, _id: '2023' }])
}, 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
})

/** Students of whom no system has ever spoken. */
async function newcomers(count: number, cohort = '2022'): Promise<string[]> {
  const boarders = Array.from({ length: count }, (_, index) =>
    feeding.school.addBoarder(index + 1, { cohort, facts: {} }),
  )
  return (await Promise.all(boarders)).map(({ _id }) => _id)
}

const arrears = (studentNo: string) => feeding.student(studentNo).facts.arrears

let requests = 0
async function decide(decision: 'apply' | 'refuse'): Promise<RunAnswer> {
  const requestId = `feeds-silence-request-${String(++requests).padStart(4, '0')}`
  const input = { run: feeding.lastRun()._id, decision, reason: '核对过', requestId }
  return dataOf(await feeding.school.call(FINANCE, 'feed.decide', input))
}

async function pull(clock: string): Promise<void> {
  feeding.at(clock)
  feeding.finance.asOf = `2022-06-10T${clock}+08:00`
  await feeding.minute()
}

test('the first list of a source turns nobody green before somebody has looked', async () => {
  await feeding.store.remove('feeds')
  const numbers = await newcomers(3)
  feeding.finance.records = [owes(OWN_STUDENT, 100)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({
    state: 'held',
    cleared: 3,
    silent: 3,
    reasons: [
      '这是财务系统第一次传来 2022 届全部学生的数据，里面有 1 人，其余的人会当作没有要办的。',
    ],
  })
  expect(arrears(numbers[0] ?? '')).toBeUndefined()
  await decide('apply')
  expect(arrears(numbers[0] ?? '')?.value).toEqual([])
  await pull('09:15:00')
  expect(feeding.lastRun()).toMatchObject({ state: 'done', reasons: [] })
})

test('a list that does not know forty newcomers yet does not say that they owe nothing', async () => {
  const numbers = await newcomers(40)
  await feeding.hearBefore('finance', { named: 1, open: 1 })
  feeding.finance.records = [owes(OWN_STUDENT, 100)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'held', cleared: 40 })
  expect(feeding.lastRun().reasons[0]).toBe(
    '有 40 名学生财务系统从来没有说到过，这次也没有，采用以后会当作没有要办的。',
  )
  expect(arrears(numbers[0] ?? '')).toBeUndefined()
})

test('a list of the next cohort leaves the debts of this one alone', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 100), owes(FOREIGN_STUDENT, 100)]
  await feeding.minute()
  const [newer = ''] = await newcomers(2, '2023')
  feeding.finance.records = [owes(newer, 500)]
  await pull('09:15:00')
  expect(feeding.lastRun()).toMatchObject({ state: 'held', cohort: '2023', changed: 2 })
  await decide('apply')
  expect(arrears(newer)?.value).toHaveLength(1)
  expect(arrears(OWN_STUDENT)?.value).toHaveLength(1)
  expect(arrears(FOREIGN_STUDENT)?.value).toHaveLength(1)
  expect(feeding.feed().cohorts).toMatchObject({ 2022: { open: 2 }, 2023: { named: 1, open: 1 } })
})

test('a system may say of which cohort it speaks; who is named of another is heard all the same', async () => {
  const [newer = '', other = ''] = await newcomers(2, '2023')
  feeding.finance.cohort = '2022'
  feeding.finance.records = [owes(OWN_STUDENT, 100), owes(newer, 500)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'done', cohort: '2022' })
  expect(arrears(newer)?.value).toHaveLength(1)
  expect(arrears(other)).toBeUndefined()
})

test('a student whose record could not be read is not said to be known as of then', async () => {
  const good = [owes(OWN_STUDENT, 100), owes(FOREIGN_STUDENT, 100)]
  feeding.finance.records = good
  await feeding.minute()
  const bad = { studentNo: OWN_STUDENT, fee: 'parking', year: 2021, owedFen: 1 }
  feeding.finance.records = [bad, owes(FOREIGN_STUDENT, 100)]
  await pull('09:15:00')
  expect(feeding.lastRun()).toMatchObject({ state: 'done', rejected: 1 })
  expect(feeding.feed().cohorts['2022']?.spoiled).toEqual([OWN_STUDENT])
  const input = { code: 'lodging' }
  const { item } = dataOf(await feeding.school.call(STUDENT_OPENID, 'clearance.item', input))
  expect(item.basis).toMatchObject({ asOf: '2022-06-10T01:00:00.000Z' })
  feeding.finance.records = good
  await pull('09:30:00')
  expect(feeding.feed().cohorts['2022']?.spoiled).toEqual([])
})

test('a system that goes on from before a cohort came is asked for everything', async () => {
  feeding.finance.cursor = 'c1'
  feeding.finance.records = [owes(OWN_STUDENT, 100)]
  await feeding.minute()
  const [newer = ''] = await newcomers(1, '2023')
  Object.assign(feeding.finance, { mode: 'delta', records: [] })
  await pull('09:15:00')
  expect(arrears(newer)).toBeUndefined()
  expect(feeding.feed()).toMatchObject({ cursor: null, asOf: '2022-06-10T01:00:00.000Z' })
  feeding.finance.mode = 'snapshot'
  await pull('09:30:00')
  expect(feeding.finance.asked.at(-1)).toBe('/students?page=1')
})
