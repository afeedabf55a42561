import type { AuditEntry } from '../../domain/audit/record'
import type { StaffMember } from '../../domain/roles/people'
import { callerKey } from '../shared/caller'
import type { Call } from '../shared/gate'

/**
 * The administrator that an action is called by.
 * @throws Error when the permission table lets anybody else through, which is a bug
 */
export function administratorOf({ caller }: Call): StaffMember {
  if (caller.kind === 'staff') return caller.staff
  throw new Error(`a ${caller.kind} caller got to the administration`)
}

/** By whom and in which role, for the audit trail. */
export function signed(call: Call): Pick<AuditEntry, 'by' | 'role'> {
  return { by: callerKey(call.caller), role: call.role }
}
