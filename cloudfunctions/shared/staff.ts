import type { StaffMember, StaffRole } from '../../domain/roles/people'
import { rolesWithVacancies, type Subject } from '../../domain/roles/scope'
import { clock } from './clock'
import { keptFor } from './kept'
import { all } from './pages'

const KEEP_MS = 60_000

/**
 * All of the staff. A few dozen, asked for by every step that hands something over, so a warm function
 * keeps them for a minute; whether a caller may do something is never decided from here alone, except
 * that a post has nobody.
 */
export const knownStaff = keptFor(KEEP_MS, () => all('staff'))

/** The roles in which a staff member may act for a student, vacant posts that fall to them included. */
export async function rolesFor(member: StaffMember, subject: Subject): Promise<StaffRole[]> {
  const standsIn = member.grants.some(({ role }) => role === 'studentAffairs')
  return rolesWithVacancies(member, subject, standsIn ? await knownStaff() : [member], clock.now())
}
