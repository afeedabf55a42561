/** Everybody who uses the system, and what they are called on the screen. */
export const ROLE_NAMES = {
  student: '毕业生',
  counsellor: '辅导员',
  secretary: '学院书记',
  leagueSecretary: '学院团总支书记',
  dormManager: '宿管员',
  finance: '财务处',
  librarian: '图书馆',
  leagueCommittee: '校团委',
  archives: '招生就业处',
  studentAffairs: '学生处',
  partyOffice: '组织人事部',
  securityOffice: '后勤与安保处',
  administrator: '管理员',
  auditor: '审计',
  guard: '门卫',
} as const

export type Role = keyof typeof ROLE_NAMES
export type StaffRole = Exclude<Role, 'student'>

export const STAFF_ROLES = (Object.keys(ROLE_NAMES) as Role[]).filter(
  (role): role is StaffRole => role !== 'student',
)

export type ScopeKind = 'class' | 'college' | 'building' | 'school'

/** How far each staff role reaches; the values of a grant name the classes, colleges or buildings. */
export const SCOPE_OF_ROLE: Record<StaffRole, ScopeKind> = {
  counsellor: 'class',
  secretary: 'college',
  leagueSecretary: 'college',
  dormManager: 'building',
  finance: 'school',
  librarian: 'school',
  leagueCommittee: 'school',
  archives: 'school',
  studentAffairs: 'school',
  partyOffice: 'school',
  securityOffice: 'school',
  administrator: 'school',
  auditor: 'school',
  guard: 'school',
}

/** Who does no part of a clearance: nobody misses them, and nobody stands in for them. */
export const WITHOUT_PART: readonly StaffRole[] = ['auditor', 'guard']

/** A right to look after part of the school. */
export interface Grant {
  role: StaffRole
  scope: { kind: ScopeKind; values: string[] }
  /** Last day on which the grant holds (YYYY-MM-DD, Asia/Shanghai); without it, until withdrawn. */
  until?: string
}

export interface StaffMember {
  /** Staff number (工号). */
  _id: string
  name: string
  grants: Grant[]
  /** Where students may call them; only for those who want to be called. */
  phone?: string
  /** The bound WeChat account, kept equal to `bindings` like a student's. */
  openid?: string
}

/** Which person a WeChat account belongs to; `_id` is the OPENID, so one account is one person. */
export interface Binding {
  _id: string
  /** `student:1907010216` or `staff:20081234`; unique, so one person is one account. */
  person: string
  boundAt: string
}
