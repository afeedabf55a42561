import type { GrantView } from '../identity/answers'
import type { StaffRole } from './people'

export interface StaffRow {
  staffNo: string
  name: string
  bound: boolean
  /** What they look after now, in words; empty for nothing. */
  posts: string
}

export interface StaffAnswer {
  members: StaffRow[]
  /** Whether there is another page. */
  more: boolean
  /** Parts of the school that nobody looks after. */
  vacancies: GrantView[]
}

/** One right of a staff member, as the administrator sees it. */
export interface MemberGrant extends GrantView {
  role: StaffRole
  values: string[]
  /** Last day, YYYY-MM-DD; empty until it is withdrawn. */
  until: string
  /** Whether its last day is over. */
  ended: boolean
  /** Those of its values in which there is no student. */
  unknown: string[]
}

export interface MemberAnswer {
  staffNo: string
  name: string
  phone: string
  bound: boolean
  grants: MemberGrant[]
}

/** What a sheet of staff says, before or after it is taken in. */
export interface StaffSheetAnswer {
  /** How many people are new, get something they had not, and stay as they are. */
  added: number
  changed: number
  same: number
  /** Rows that cannot be used, with their line in the sheet. */
  rejected: { line: number; reason: string }[]
  /** Classes, colleges and buildings in it in which there is no student (yet). */
  unknown: string[]
}

export interface CodesAnswer {
  /** How many codes are in the sheet. */
  count: number
  /** How many more have none yet; a sheet has 200 at most. */
  left: number
  /** Where the sheet is, for some minutes; empty when there is nobody to make one for. */
  url: string
  /** Instant until which the codes hold, ISO. */
  expiresAt: string
}
