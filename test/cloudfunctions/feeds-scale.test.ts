import type { Feed } from '../../domain/feeds/feed'
import { unheardFeed } from '../../domain/feeds/after'
import type { Student } from '../../domain/student/student'
import { withStanding } from '../../local/campus/standing'
import { generateRoster } from '../../local/roster/generate'
import { cohort2022 } from '../domain/cohort2022'
import { owes } from './fake-source'
import { FeedingSchool } from './feeding-school'
import { MORNING } from './small-school'

const AS_OF = '2022-06-10T08:00:00+08:00'
const OWED_FEN = 120_000

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())

/** A school in which every third student owes for lodging, as the finance system has said before. */
async function enrol(count: number): Promise<string[]> {
  await feeding.reset()
  await feeding.store.remove('students')
  const { students } = generateRoster({ seed: 7, count, cohort: '2022', asOf: AS_OF })
  const owing = students.filter((_, index) => index % 3 === 0).map(({ _id }) => _id)
  const owers = new Set(owing)
  const known = students.map((student): Student => {
    const { value } = owedBy(student._id, owers)
    const arrears = { value, asOf: AS_OF, source: '财务系统' }
    const facts = { ...student.facts, arrears }
    return withStanding(cohort2022, { ...student, facts }, new Date(MORNING))
  })
  await feeding.store.put('students', known)
  const feed: Feed = {
    ...unheardFeed('finance'),
    asOf: AS_OF,
    cohorts: { 2022: { asOf: AS_OF, named: owing.length, open: owing.length, spoiled: [] } },
  }
  const later = { ...unheardFeed('library'), nextAt: '2022-06-11T00:00:00.000Z' }
  await feeding.store.put('feeds', [feed, later])
  return owing
}

function owedBy(studentNo: string, owers: ReadonlySet<string>) {
  const fee = 'lodging' as const
  return { value: owers.has(studentNo) ? [{ fee, year: 2021, owedFen: OWED_FEN }] : [] }
}

/** One in a hundred of the school has paid since; the finance system sends whoever still owes. */
async function syncAfterPayments(count: number) {
  const owing = await enrol(count)
  const changed = count / 100
  feeding.finance.pageSize = 1000
  const every = Math.floor(owing.length / changed)
  const paid = new Set(owing.filter((_, index) => index % every === 0).slice(0, changed))
  const still = owing.filter((studentNo) => !paid.has(studentNo))
  feeding.finance.records = still.map((studentNo) => owes(studentNo, OWED_FEN))
  feeding.at('09:00:30')
  feeding.school.cloud.stats.take()
  let goes = 0
  do {
    await feeding.minute()
    goes += 1
  } while (feeding.lastRun().state === 'applying' || feeding.lastRun().state === 'comparing')
  const { reads, writes } = feeding.school.cloud.stats.take()
  return { count, changed, goes, reads, writes, run: feeding.lastRun() }
}

test('of 20,000 students only those are written who have changed, and reads grow with the school', async () => {
  for (const school of [2_000, 5_000, 20_000]) {
    const { count, changed, goes, reads, writes, run } = await syncAfterPayments(school)
    expect(run).toMatchObject({ state: 'done', changed, applied: changed, cleared: changed })
    // Each student, at most a tally each, and the run with its feed as often as it is gone on with.
    expect(writes).toBeLessThanOrEqual(2 * changed + 10 * goes)
    // A page of a hundred at a time, and each who changes once more with their class's tally.
    expect(reads).toBeLessThanOrEqual(count / 100 + 2 * changed + 15 * goes)
  }
}, 300_000)
