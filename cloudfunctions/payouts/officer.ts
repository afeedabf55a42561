import type { Actor } from '../../domain/procedures/advance'
import type { Caller } from '../../domain/roles/permissions'

/**
 * The finance officer that an action is called by, as one who acts for a student.
 * @throws Error when the permission table lets anybody else through, which is a bug
 */
export function officerOf(caller: Caller): Actor {
  if (caller.kind !== 'staff') throw new Error(`a ${caller.kind} caller got to the payouts`)
  const { _id, name } = caller.staff
  return { person: `staff:${_id}`, name, roles: ['finance'] }
}
