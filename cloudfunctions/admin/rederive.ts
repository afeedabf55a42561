import { isDeepStrictEqual } from 'node:util'
import type { Publication } from '../../domain/cohort/draft'
import { parseCohort } from '../../domain/cohort/parse'
import type { Cohort } from '../../domain/cohort/schema'
import { digestOf } from '../../domain/sheet/digest'
import type { Student } from '../../domain/student/student'
import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { saveStudents } from '../shared/students'
import { inTransaction } from '../shared/transaction'
import { after, upTo } from '../shared/where'

/** Begins nothing new when the function's 60 seconds come near their end; the next minute goes on. */
const BUDGET_MS = 40_000
/** Warm functions keep a cohort for a minute, so what was published before it is in use everywhere. */
const SETTLED_MS = 60_000
const PAGE = 100
/** Of one class, in one transaction. */
const AT_ONCE = 20

/** Brings the digests of students to what was published of their cohort; a run goes on where one ended. */
export async function rederive(): Promise<{ looked: number; written: number }> {
  const now = clock.now()
  const report = { looked: 0, written: 0 }
  const waiting = await store.find('publications', {
    where: {
      'deriving.state': 'waiting',
      at: upTo(new Date(now.getTime() - SETTLED_MS).toISOString()),
    },
    orderBy: [['at', 'asc']],
  })
  const deadline = new Date(now.getTime() + BUDGET_MS)
  for (const publication of waiting) await bringUp(publication, deadline, report)
  log('info', { function: 'admin', ...report })
  return report
}

async function bringUp(
  { _id, cohort: year, deriving }: Publication,
  deadline: Date,
  report: { looked: number; written: number },
): Promise<void> {
  const document = await store.findOne('cohorts', { _id: year })
  if (!document) return
  const cohort = parseCohort(document)
  let { last, done } = deriving
  while (clock.now() < deadline) {
    const page = await store.find('students', {
      where: { cohort: year, _id: after(last) },
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    report.written += await writeChanged(cohort, page)
    report.looked += page.length
    done += page.length
    last = page.at(-1)?._id ?? last
    const state = page.length < PAGE ? 'done' : 'waiting'
    const total = state === 'done' ? done : Math.max(done, deriving.total)
    await inTransaction((transaction) =>
      transaction.update('publications', _id, { deriving: { state, last, done, total } }),
    )
    if (state === 'done') return
  }
}

/** Writes those of a page whose sheet says something else now. Answers how many. */
async function writeChanged(cohort: Cohort, page: readonly Student[]): Promise<number> {
  const changed = page.filter((student) => isBehind(cohort, student))
  for (const name of new Set(changed.map(({ className }) => className))) {
    const students = changed.filter(({ className }) => className === name)
    for (let start = 0; start < students.length; start += AT_ONCE) {
      await write(cohort, students.slice(start, start + AT_ONCE))
    }
  }
  return changed.length
}

async function write(cohort: Cohort, students: readonly Student[]): Promise<void> {
  await inTransaction(async (transaction) => {
    const changes = []
    for (const { _id } of students) {
      const before = await transaction.get('students', _id)
      if (before?.cohort === cohort._id) changes.push({ before, after: before })
    }
    await saveStudents(transaction, cohort, changes)
  })
}

function isBehind(cohort: Cohort, student: Student): boolean {
  const derived = { ...student, ...digestOf(cohort, student, clock.now()) }
  return !isDeepStrictEqual(student, derived)
}
