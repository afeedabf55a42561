import { dayOf } from '../calendar'
import type { Student } from '../student/student'
import { SCOPE_OF_ROLE, STAFF_ROLES, type Grant, type StaffMember, type StaffRole } from './people'

/** As much of a student as decides whose business they are. */
export interface Subject {
  className: string
  college: string
  /** Where they live; absent for who does not live in a dorm. */
  building?: string
}

export function subjectOf({ className, college, facts }: Student): Subject {
  const building = facts.residence?.value.building
  return { className, college, ...(building !== undefined && { building }) }
}

/** Whether a grant holds on the day of an instant; its last day is included. */
export function isCurrent(grant: Grant, now: Date): boolean {
  return grant.until === undefined || dayOf(now) <= grant.until
}

/** Whether a student belongs to what a grant is for. A scope that its role may not have covers nobody. */
export function covers({ role, scope }: Grant, subject: Subject): boolean {
  if (scope.kind !== SCOPE_OF_ROLE[role]) return false
  switch (scope.kind) {
    case 'school':
      return true
    case 'college':
      return scope.values.includes(subject.college)
    case 'class':
      return scope.values.includes(subject.className)
    case 'building':
      return subject.building !== undefined && scope.values.includes(subject.building)
  }
}

/**
 * Who does a role's part for a student. Where nobody holds the role it falls to student affairs, so
 * that no item waits for an empty chair.
 */
export function holdersOf(
  role: StaffRole,
  subject: Subject,
  staff: readonly StaffMember[],
  now: Date,
): { holders: StaffMember[]; vacant: boolean } {
  const holding = (wanted: StaffRole): StaffMember[] =>
    staff.filter(({ grants }) =>
      grants.some(
        (grant) => grant.role === wanted && isCurrent(grant, now) && covers(grant, subject),
      ),
    )
  const holders = holding(role)
  return holders.length > 0
    ? { holders, vacant: false }
    : { holders: holding('studentAffairs'), vacant: true }
}

/** The roles in which a staff member may act for a student. */
export function rolesOver({ grants }: StaffMember, subject: Subject, now: Date): StaffRole[] {
  return grants
    .filter((grant) => isCurrent(grant, now) && covers(grant, subject))
    .map(({ role }) => role)
}

/**
 * The roles in which somebody may act for a student, with those that fall to student affairs because
 * nobody holds them.
 */
export function rolesWithVacancies(
  member: StaffMember,
  subject: Subject,
  staff: readonly StaffMember[],
  now: Date,
): StaffRole[] {
  const own = rolesOver(member, subject, now)
  if (!own.includes('studentAffairs')) return own
  const vacant = STAFF_ROLES.filter((role) => holdersOf(role, subject, staff, now).vacant)
  return [...new Set([...own, ...vacant])]
}
