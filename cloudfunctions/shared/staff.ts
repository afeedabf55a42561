import type { StaffMember, StaffRole } from '../../domain/roles/people'
import { rolesWithVacancies, type Subject } from '../../domain/roles/scope'
import { clock } from './clock'
import { all } from './pages'

const KEEP_MS = 60_000

let kept: { staff: StaffMember[]; at: number } | null = null

/**
 * All of the staff. A few dozen, asked for by every step that hands something over, so a warm function
 * keeps them for a minute; whether a caller may do something is never decided from here alone, except
 * that a post has nobody.
 */
export async function knownStaff(): Promise<StaffMember[]> {
  const now = clock.now().getTime()
  if (kept && now >= kept.at && now - kept.at <= KEEP_MS) return kept.staff
  kept = { staff: await all('staff'), at: now }
  return kept.staff
}

/** The roles in which a staff member may act for a student, vacant posts that fall to them included. */
export async function rolesFor(member: StaffMember, subject: Subject): Promise<StaffRole[]> {
  const standsIn = member.grants.some(({ role }) => role === 'studentAffairs')
  return rolesWithVacancies(member, subject, standsIn ? await knownStaff() : [member], clock.now())
}
