import { isDeepStrictEqual } from 'node:util'
import type { Cohort } from '../../domain/cohort/schema'
import { movedBrief, studentBriefOf } from '../../domain/procedures/student-brief'
import { digestOf } from '../../domain/sheet/digest'
import {
  emptyTally,
  tallyId,
  withoutStudent,
  withStudent,
  type Counted,
  type Tally,
} from '../../domain/statistics/tally'
import type { Student } from '../../domain/student/student'
import { clock } from './clock'
import type { Transaction } from './transaction'

/** A student as they were read in the transaction, or null for a new one, and as they are to be. */
export interface StudentChange {
  before: Student | null
  after: Student
}

/**
 * The one way in which a student's document changes what counts on their sheet: its digest and the
 * tally of the class change with it, and their requests move with them, in the caller's transaction. Takes several students at once, best
 * of one class, because their tally is read and written once.
 */
export async function saveStudents(
  transaction: Transaction,
  cohort: Cohort,
  changes: readonly StudentChange[],
): Promise<void> {
  const recount: StudentChange[] = []
  for (const { before, after } of changes) {
    const student = { ...after, ...digestOf(cohort, after, clock.now()) }
    if (before) {
      await update(transaction, before, student)
      await moveRequests(transaction, before, student)
    } else await transaction.insert('students', student)
    if (!before || isCountedOtherwise(before, student)) recount.push({ before, after: student })
  }
  for (const tally of await recounted(transaction, recount)) {
    await transaction.replace('tallies', tally)
  }
}

/** Writes the fields that are not as they were, and no others. */
async function update(transaction: Transaction, before: Student, after: Student): Promise<void> {
  const fields = Object.entries(after).filter(
    ([name, value]) => !isDeepStrictEqual(value, before[name as keyof Student]),
  )
  if (fields.length === 0) return
  await transaction.update('students', after._id, Object.fromEntries(fields))
}

/** What a student has filed goes with them when they change class, name or room. */
async function moveRequests(
  transaction: Transaction,
  before: Student,
  after: Student,
): Promise<void> {
  if (isDeepStrictEqual(studentBriefOf(before), studentBriefOf(after))) return
  for (const brief of Object.values(after.requests ?? {})) {
    const request = brief && (await transaction.get('requests', brief.id))
    if (!request) continue
    const student = movedBrief(request, after)
    await transaction.update('requests', brief.id, { student })
  }
}

function isCountedOtherwise(before: Counted, after: Counted): boolean {
  const counts = ({ items, mayLeave, college }: Counted) => [items, mayLeave, college]
  return tallyId(before) !== tallyId(after) || !isDeepStrictEqual(counts(before), counts(after))
}

async function recounted(
  transaction: Transaction,
  changes: readonly StudentChange[],
): Promise<Tally[]> {
  const tallies = new Map<string, Tally>()
  const tallyOf = async (student: Counted): Promise<Tally> => {
    const id = tallyId(student)
    return tallies.get(id) ?? (await transaction.get('tallies', id)) ?? emptyTally(student)
  }
  for (const { before, after } of changes) {
    if (before) tallies.set(tallyId(before), withoutStudent(await tallyOf(before), before))
    tallies.set(tallyId(after), withStudent(await tallyOf(after), after))
  }
  return [...tallies.values()]
}
