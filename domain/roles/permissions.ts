import type { ActionName } from '../api'
import { covers, isCurrent, type Subject } from './scope'
import {
  SCOPE_OF_ROLE,
  STAFF_ROLES,
  type Grant,
  type Role,
  type StaffMember,
  type StaffRole,
} from './people'
import type { Student } from '../student/student'

/** Who may do an action, and about whom it is. */
export interface Permission {
  /** `everybody` includes WeChat accounts that are not bound to a person. */
  by: readonly Role[] | 'everybody'
  /**
   * `self`: about the caller. `student`: about the student whose number the input names, who must be
   * in the scope of the caller's grant. `school`: about nobody in particular.
   */
  about: 'self' | 'student' | 'school'
  /** Whether it writes; then its input carries a `requestId`, and it is audited. */
  changes: boolean
}

/** Every action has its line here, or the project does not compile. */
export const PERMISSIONS: Record<ActionName, Permission> = {
  'clearance.sheet': { by: ['student'], about: 'self', changes: false },
  'clearance.item': { by: ['student'], about: 'self', changes: false },
  'clearance.notice': { by: ['student'], about: 'self', changes: false },
  'identity.me': { by: 'everybody', about: 'self', changes: false },
  'identity.aboutMe': { by: ['student'], about: 'self', changes: false },
  'identity.bindStudent': { by: 'everybody', about: 'self', changes: true },
  'identity.bindStaff': { by: 'everybody', about: 'self', changes: true },
  'identity.bindByCampus': { by: 'everybody', about: 'self', changes: true },
  'identity.unbind': { by: 'everybody', about: 'self', changes: true },
  'identity.unbindStudent': {
    by: ['counsellor', 'studentAffairs', 'administrator'],
    about: 'student',
    changes: true,
  },
  'identity.issueStaffCode': { by: ['administrator'], about: 'school', changes: true },
  'desk.home': { by: STAFF_ROLES, about: 'school', changes: false },
  'audit.trail': { by: ['administrator', 'auditor'], about: 'student', changes: false },
}

/** Somebody whose WeChat account is bound, or not. */
export type Caller =
  | { kind: 'student'; student: Student }
  | { kind: 'staff'; staff: StaffMember }
  | { kind: 'unbound' }

/**
 * The role in which a caller may do an action, or null when they may not.
 * @param subject the student it is about, for actions about a student; null when there is none
 */
export function roleFor(
  action: ActionName,
  caller: Caller,
  subject: Subject | null,
  now: Date,
): Role | 'nobody' | null {
  const { by, about } = PERMISSIONS[action]
  if (caller.kind === 'unbound') return by === 'everybody' ? 'nobody' : null
  if (caller.kind === 'student')
    return by === 'everybody' || by.includes('student') ? 'student' : null
  const current = caller.staff.grants.filter((grant) => isCurrent(grant, now))
  if (by === 'everybody') return current[0]?.role ?? 'nobody'
  const allowed = current.filter(
    (grant) =>
      (by as readonly StaffRole[]).includes(grant.role) &&
      (about !== 'student' || reaches(grant, subject)),
  )
  return allowed[0]?.role ?? null
}

/** Whether a grant reaches a student; a grant for the whole school reaches even who is not there. */
function reaches(grant: Grant, subject: Subject | null): boolean {
  return subject ? covers(grant, subject) : SCOPE_OF_ROLE[grant.role] === 'school'
}
