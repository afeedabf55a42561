import { dayOf } from '../calendar'
import type { Student } from '../student/student'
import { SCOPE_OF_ROLE, type Grant, type StaffMember, type StaffRole } from './people'

/** As much of a student as decides whose business they are. */
export type Subject = Pick<Student, '_id' | 'className' | 'college'> & {
  facts: Pick<Student['facts'], 'residence'>
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
    case 'building': {
      const building = subject.facts.residence?.value.building
      return building !== undefined && scope.values.includes(building)
    }
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
