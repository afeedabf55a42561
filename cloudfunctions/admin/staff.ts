import type { Input, Output } from '../../domain/api'
import { toGrantView } from '../../domain/identity/answers'
import type { StaffMember } from '../../domain/roles/people'
import { isCurrent } from '../../domain/roles/scope'
import type { StaffRow } from '../../domain/roles/staff-answers'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { vacancies } from '../shared/vacancies'
import { contains, startsWith } from '../shared/where'

const PAGE = 20

/** The staff by number, those whose name or number a text is part of, and what nobody looks after. */
export async function staff(
  { text, page }: Input<'admin.staff'>,
  { now }: Call,
): Promise<Output<'admin.staff'>> {
  const [found, vacant] = await Promise.all([
    store.find('staff', {
      where: text === '' ? {} : [{ name: contains(text) }, { _id: startsWith(text) }],
      orderBy: [['_id', 'asc']],
      limit: PAGE + 1,
      skip: page * PAGE,
    }),
    vacancies(now),
  ])
  return {
    members: found.slice(0, PAGE).map((member) => toRow(member, now)),
    more: found.length > PAGE,
    vacancies: vacant.map(toGrantView),
  }
}

function toRow({ _id: staffNo, name, openid, grants }: StaffMember, now: Date): StaffRow {
  const posts = grants
    .filter((grant) => isCurrent(grant, now))
    .map(toGrantView)
    .map(({ roleName, scope }) => `${roleName}　${scope}`)
  return { staffNo, name, bound: openid !== undefined, posts: posts.join('；') }
}
