import type { ScopeKind, StaffMember, StaffRole } from './people'
import { SCOPE_OF_ROLE } from './people'
import { isCurrent } from './scope'
import type { Vacancy } from './vacancies'

/** A part of the school in which somebody does a role's work. */
export interface Post {
  role: StaffRole
  kind: ScopeKind
  /** The classes, colleges or buildings; meaningless for the whole school. */
  values: string[]
}

/**
 * Where a staff member does whose work: by their own grants, and for student affairs also by every post
 * that nobody holds.
 * @param vacancies the school's, asked for only when the member stands in
 */
export function postsOf({ grants }: StaffMember, vacancies: readonly Vacancy[], now: Date): Post[] {
  const own = grants
    .filter((grant) => isCurrent(grant, now) && grant.scope.kind === SCOPE_OF_ROLE[grant.role])
    .map(({ role, scope }): Post => ({ role, kind: scope.kind, values: scope.values }))
  const standsIn = own.some(({ role }) => role === 'studentAffairs')
  const vacant = vacancies.map(({ role, scope }): Post => ({
    role,
    kind: scope.kind,
    values: scope.values,
  }))
  return standsIn ? [...own, ...vacant] : own
}
