import type { Actor } from '../../domain/procedures/advance'
import type { Caller } from '../../domain/roles/permissions'
import type { Subject } from '../../domain/roles/scope'
import { memberOf } from '../shared/caller'
import { rolesFor } from '../shared/staff'

/** A staff member as one who acts for a student. */
export async function actorFor(caller: Caller, subject: Subject): Promise<Actor> {
  const member = memberOf(caller)
  const roles = await rolesFor(member, subject)
  return { person: `staff:${member._id}`, name: member.name, roles }
}
