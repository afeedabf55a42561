import { SCOPE_OF_ROLE, STAFF_ROLES, WITHOUT_PART, type Grant, type StaffMember } from './people'
import { isCurrent } from './scope'

/** The parts that a school has: every class, college and dorm building with somebody in it. */
export interface SchoolParts {
  class: string[]
  college: string[]
  building: string[]
}

export type Vacancy = Pick<Grant, 'role' | 'scope'>

/**
 * Parts of the school that a role has nobody for. Their work falls to student affairs, so this is what
 * student affairs must see. Who does no part of a clearance, such as the auditor, is never missed.
 */
export function vacanciesOf(
  staff: readonly StaffMember[],
  parts: SchoolParts,
  now: Date,
): Vacancy[] {
  const grants = staff.flatMap((member) => member.grants.filter((grant) => isCurrent(grant, now)))
  return STAFF_ROLES.filter((role) => !WITHOUT_PART.includes(role)).flatMap((role): Vacancy[] => {
    const held = grants.filter((grant) => grant.role === role)
    const kind = SCOPE_OF_ROLE[role]
    if (kind === 'school') {
      return held.length > 0 ? [] : [{ role, scope: { kind, values: [] } }]
    }
    const covered = new Set(held.flatMap(({ scope }) => scope.values))
    const values = parts[kind].filter((part) => !covered.has(part))
    return values.length > 0 ? [{ role, scope: { kind, values } }] : []
  })
}
