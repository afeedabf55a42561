import type { Student } from '../../domain/student/student'
import { clearedFacts, fact, verifiedRequests } from '../domain/sheet/students'
import type { SmallSchool } from './small-school'

/** A bound student of the small school who has everything done and may leave. */
export function addLeaver(
  school: SmallSchool,
  number: number,
  changes: Partial<Student> = {},
): Promise<Student & { openid: string }> {
  return school.addBoarder(number, {
    facts: clearedFacts(),
    requests: verifiedRequests(),
    ...changes,
  })
}

/** The library has lent the student a book again: the sheet is not complete any more. */
export async function lend(school: SmallSchool, { _id }: Student): Promise<void> {
  const loans = fact([{ barcode: 'N1', title: '边城' }])
  await school.cloud.store.update('students', { _id }, { $set: { 'facts.loans': loans } })
}
