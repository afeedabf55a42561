import type { Student } from '../student/student'
import type { Request, StudentBrief } from './request'

/** As much of a student as their requests carry, so that worklists and scopes need no other document. */
export function studentBriefOf({ _id, name, college, className, facts }: Student): StudentBrief {
  const { building, room, bed } = facts.residence?.value ?? {}
  return { studentNo: _id, name, college, className, ...(building && { building, room, bed }) }
}

/**
 * What a request carries once its student has moved: it goes to whoever looks after them now. One that
 * waits for nobody any more keeps the room that it was about.
 */
export function movedBrief({ waitsFor, student }: Request, after: Student): StudentBrief {
  const now = studentBriefOf(after)
  if (waitsFor !== 'nobody') return now
  const { building, room, bed } = student
  const { studentNo, name, college, className } = now
  return { studentNo, name, college, className, ...(building && { building, room, bed }) }
}
