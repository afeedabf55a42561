import type { Actor } from '../../domain/procedures/advance'
import type { Caller } from '../../domain/roles/permissions'
import type { StaffMember } from '../../domain/roles/people'
import type { Subject } from '../../domain/roles/scope'
import { rolesFor } from '../shared/staff'

/**
 * The staff member that an action of the desk is called by.
 * @throws Error when the permission table lets anybody else through, which is a bug
 */
export function memberOf(caller: Caller): StaffMember {
  if (caller.kind === 'staff') return caller.staff
  throw new Error(`a ${caller.kind} caller got to the desk`)
}

/** A staff member as one who acts for a student. */
export async function actorFor(caller: Caller, subject: Subject): Promise<Actor> {
  const member = memberOf(caller)
  const roles = await rolesFor(member, subject)
  return { person: `staff:${member._id}`, name: member.name, roles }
}
