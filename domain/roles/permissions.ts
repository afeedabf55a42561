import type { ActionName } from '../api'
import { covers, isCurrent, type Subject } from './scope'
import {
  SCOPE_OF_ROLE,
  STAFF_ROLES,
  WITHOUT_PART,
  type Grant,
  type Role,
  type StaffMember,
  type StaffRole,
} from './people'
import type { Student } from '../student/student'
import { SOURCE_CARDS } from '../feeds/source'

/** Who may do an action, and about whom it is. */
export interface Permission {
  /** `everybody` includes WeChat accounts that are not bound to a person. */
  by: readonly Role[] | 'everybody'
  /**
   * `self`: about the caller. `student`: about the student whose number the input names, who must be
   * in the scope of the caller's grant. `request`: likewise about the student of the request that the
   * input names, by a role that takes part in its procedure. `school`: about nobody in particular; what
   * such an action finds or changes is limited to the caller's scope by the use case.
   */
  about: 'self' | 'student' | 'request' | 'school'
  /** Whether it writes; then its input carries a `requestId`, and it is audited. */
  changes: boolean
}

/** Whose work requests are; the administrator and who has no part in a clearance look after other things. */
const DESK_ROLES = STAFF_ROLES.filter(
  (role) => role !== 'administrator' && !WITHOUT_PART.includes(role),
)

/** Who looks after students as a whole, and not only after one item. */
const COLLEGE_ROLES = ['counsellor', 'secretary', 'studentAffairs'] as const

/** Who brings in data, or answers for it when the brake holds it. Which source, the use case decides. */
const FEED_ROLES = [
  ...new Set(Object.values(SOURCE_CARDS).map(({ keeper }) => keeper)),
  'administrator',
] as const

/** Who may see how far everybody is, in numbers. */
const COUNTING_ROLES = STAFF_ROLES.filter((role) => role !== 'dormManager' && role !== 'guard')

/** Who may also see who lacks what. Of which item, the use case decides. */
const LISTING_ROLES = COUNTING_ROLES.filter((role) => DESK_ROLES.includes(role))

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
  'requests.open': { by: ['student'], about: 'self', changes: false },
  'requests.act': { by: ['student'], about: 'self', changes: true },
  'requests.remind': { by: ['student'], about: 'self', changes: true },
  'requests.messages': { by: ['student'], about: 'self', changes: false },
  'desk.home': { by: STAFF_ROLES, about: 'school', changes: false },
  'desk.worklist': { by: STAFF_ROLES, about: 'school', changes: false },
  'desk.search': { by: DESK_ROLES, about: 'school', changes: false },
  'desk.request': { by: DESK_ROLES, about: 'request', changes: false },
  'desk.decide': { by: DESK_ROLES, about: 'school', changes: true },
  'desk.inspect': { by: ['dormManager', 'studentAffairs'], about: 'school', changes: true },
  'desk.undo': { by: DESK_ROLES, about: 'request', changes: true },
  'desk.classes': { by: COLLEGE_ROLES, about: 'school', changes: false },
  'desk.class': { by: COLLEGE_ROLES, about: 'school', changes: false },
  'desk.verify': { by: COLLEGE_ROLES, about: 'school', changes: true },
  'desk.register': { by: LISTING_ROLES, about: 'school', changes: true },
  'desk.student': { by: COLLEGE_ROLES, about: 'student', changes: false },
  'desk.form': { by: ['counsellor', 'studentAffairs'], about: 'student', changes: false },
  'desk.file': { by: ['counsellor', 'studentAffairs'], about: 'student', changes: true },
  'payouts.list': { by: ['finance'], about: 'school', changes: false },
  'payouts.batch': { by: ['finance'], about: 'school', changes: false },
  'payouts.export': { by: ['finance'], about: 'school', changes: true },
  'payouts.link': { by: ['finance'], about: 'school', changes: true },
  'payouts.release': { by: ['finance'], about: 'school', changes: true },
  'payouts.import': { by: ['finance'], about: 'school', changes: true },
  'feed.list': { by: FEED_ROLES, about: 'school', changes: false },
  'feed.source': { by: FEED_ROLES, about: 'school', changes: false },
  'feed.run': { by: FEED_ROLES, about: 'school', changes: false },
  'feed.preview': { by: FEED_ROLES, about: 'school', changes: true },
  'feed.decide': { by: FEED_ROLES, about: 'school', changes: true },
  'feed.pull': { by: FEED_ROLES, about: 'school', changes: true },
  'feed.rejects': { by: FEED_ROLES, about: 'school', changes: true },
  'feed.limit': { by: ['administrator'], about: 'school', changes: true },
  'sync.recheck': { by: ['student'], about: 'self', changes: true },
  'statistics.overview': { by: COUNTING_ROLES, about: 'school', changes: false },
  'statistics.lacking': { by: LISTING_ROLES, about: 'school', changes: false },
  'statistics.export': { by: LISTING_ROLES, about: 'school', changes: true },
  'statistics.remind': { by: LISTING_ROLES, about: 'school', changes: true },
  'admin.cohorts': { by: ['administrator'], about: 'school', changes: false },
  'admin.draft': { by: ['administrator'], about: 'school', changes: false },
  'admin.check': { by: ['administrator'], about: 'school', changes: false },
  'admin.preview': { by: ['administrator'], about: 'school', changes: false },
  'admin.copy': { by: ['administrator'], about: 'school', changes: true },
  'admin.edit': { by: ['administrator'], about: 'school', changes: true },
  'admin.discard': { by: ['administrator'], about: 'school', changes: true },
  'admin.publish': { by: ['administrator'], about: 'school', changes: true },
  'admin.staff': { by: ['administrator'], about: 'school', changes: false },
  'admin.member': { by: ['administrator'], about: 'school', changes: false },
  'admin.addMember': { by: ['administrator'], about: 'school', changes: true },
  'admin.grant': { by: ['administrator'], about: 'school', changes: true },
  'admin.withdraw': { by: ['administrator'], about: 'school', changes: true },
  'admin.previewStaff': { by: ['administrator'], about: 'school', changes: false },
  'admin.importStaff': { by: ['administrator'], about: 'school', changes: true },
  'admin.issueCodes': { by: ['administrator'], about: 'school', changes: true },
  'admin.student': { by: ['administrator'], about: 'student', changes: false },
  'admin.addStudent': { by: ['administrator'], about: 'school', changes: true },
  'admin.correctStudent': { by: ['administrator'], about: 'student', changes: true },
  'pass.show': { by: ['student'], about: 'self', changes: false },
  'pass.scan': { by: ['guard'], about: 'school', changes: true },
  'certificate.issue': { by: ['student'], about: 'self', changes: true },
  'audit.trail': { by: ['administrator', 'auditor'], about: 'student', changes: false },
}

/** Somebody whose WeChat account is bound, or not. */
export type Caller =
  | { kind: 'student'; student: Student }
  | { kind: 'staff'; staff: StaffMember }
  | { kind: 'unbound' }

/** Whom an action is about, and in which roles alone; any when they are not said. */
export interface Concern extends Subject {
  roles?: readonly Role[]
}

/**
 * The role in which a caller may do an action, or null when they may not.
 * @param subject the student it is about, for actions about a student or a request; null when there is none
 */
export function roleFor(
  action: ActionName,
  caller: Caller,
  subject: Concern | null,
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
      (subject?.roles?.includes(grant.role) ?? true) &&
      (!isAboutSomebody(about) || reaches(grant, subject)),
  )
  return allowed[0]?.role ?? null
}

/** Whether an action is about one student, whom the caller's scope must reach. */
export function isAboutSomebody(about: Permission['about']): boolean {
  return about === 'student' || about === 'request'
}

/** Whether a grant reaches a student; a grant for the whole school reaches even who is not there. */
function reaches(grant: Grant, subject: Subject | null): boolean {
  return subject ? covers(grant, subject) : SCOPE_OF_ROLE[grant.role] === 'school'
}
