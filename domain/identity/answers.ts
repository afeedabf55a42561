import { ROLE_NAMES, type Grant, type Role } from '../roles/people'
import type { Line } from '../sheet/sheet'

/** One of the rights of a staff member, in words. */
export interface GrantView {
  role: Role
  roleName: string
  /** 软件技术 1902 班、软件技术 1903 班; 全校 */
  scope: string
}

/** Whom a WeChat account belongs to. */
export interface MeAnswer {
  kind: 'student' | 'staff' | 'unbound'
  /** Empty while unbound. */
  name: string
  grants: GrantView[]
  /** Whether one may also bind through the campus single sign-on, and its address. */
  campusLogin: string | null
}

export interface BoundAnswer {
  kind: 'student' | 'staff'
  name: string
}

/** Everything that the system keeps about a student, for the student to read. */
export interface AboutMeAnswer {
  sections: { title: string; why: string; lines: Line[] }[]
}

export interface StaffCodeAnswer {
  name: string
  /** Shown once, never stored readably. */
  code: string
  /** Instant, ISO. */
  expiresAt: string
}

/** The staff member's landing page. */
export interface DeskAnswer {
  name: string
  grants: GrantView[]
  /** For student affairs: parts of the school that a role has nobody for, whose work falls to them. */
  vacancies: GrantView[]
}

export function toGrantView({ role, scope }: Grant): GrantView {
  return { role, roleName: ROLE_NAMES[role], scope: scope.values.join('、') || '全校' }
}
