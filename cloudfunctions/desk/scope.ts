import type { ScopeKind, StaffMember } from '../../domain/roles/people'
import { postsOf, type Post } from '../../domain/roles/posts'
import type { Where } from '../shared/where'
import { oneOf } from '../shared/where'
import { vacancies } from '../shared/vacancies'

/** Where a staff member does whose work. */
export async function postsNow(member: StaffMember, now: Date): Promise<Post[]> {
  const standsIn = member.grants.some(({ role }) => role === 'studentAffairs')
  return postsOf(member, standsIn ? await vacancies(now) : [], now)
}

const REQUEST_FIELDS = {
  class: 'student.className',
  college: 'student.college',
  building: 'student.building',
} as const

const STUDENT_FIELDS = {
  class: 'className',
  college: 'college',
  building: 'facts.residence.value.building',
} as const

/** The requests of the students of a post. */
export function requestsIn({ kind, values }: Pick<Post, 'kind' | 'values'>): Where<'requests'> {
  return kind === 'school' ? {} : { [fieldOf(REQUEST_FIELDS, kind)]: oneOf(values) }
}

/** The students of a post. */
export function studentsIn({ kind, values }: Pick<Post, 'kind' | 'values'>): Where<'students'> {
  return kind === 'school' ? {} : { [fieldOf(STUDENT_FIELDS, kind)]: oneOf(values) }
}

function fieldOf(
  fields: Record<Exclude<ScopeKind, 'school'>, string>,
  kind: Exclude<ScopeKind, 'school'>,
): string {
  return fields[kind]
}
