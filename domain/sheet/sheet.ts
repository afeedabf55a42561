import type { Condition } from './condition'

/** 🟢 已办理 / 🟡 未办理 / ⚪ 无需办理 */
export type Status = 'done' | 'pending' | 'exempt'

/** Who has to act on a pending item: the student, the staff, or nobody before something else is done. */
export type Turn = 'student' | 'staff' | 'later'

/** One line of what is owed, borrowed or held. */
export interface Line {
  label: string
  value: string
}

/** Where the knowledge behind an item comes from: a system, or who put it on record. */
export interface Basis {
  asOf: string
  source: string
  /** A feed brings it again and again; a record was made once by a person. */
  kind: 'feed' | 'record'
}

/** What a rule finds out about one item of one student. */
export interface Finding {
  status: Status
  /** Set exactly while the item is pending. */
  turn?: Turn
  /** One sentence why, short enough for a row of the sheet. */
  reason: string
  /** The first line of the item's own page, without punctuation at its end. */
  headline: string
  /** Why the staff moved the student's request last, where the headline does not say it. */
  why?: string
  lines?: Line[]
  total?: string
  basis?: Basis
  /** What a request's state says of what comes next; stands for the sentence made from the deadline. */
  explains?: string
}

export interface Deadline {
  /** Day in Asia/Shanghai, or null while the college has not set one. */
  on: string | null
  /** The day in full, or the notice's own words. */
  text: string
  /** Whole days left, negative after the deadline; null without a day. */
  daysLeft: number | null
}

export interface SheetItem extends Finding {
  code: string
  title: string
  /** Number of its step, from 1. */
  step: number
  required: boolean
  deadline: Deadline | null
  /** Pending after its deadline (逾期). */
  overdue: boolean
  /** What to do next, a whole sentence; absent when there is nothing to do. */
  next?: string
}

export interface SheetStep {
  number: number
  title: string
  /** Items done, of those that are not exempt. */
  done: number
  total: number
  items: SheetItem[]
}

export interface Sheet {
  steps: SheetStep[]
  progress: { required: number; done: number }
  /** Required items that wait for the student. */
  missing: number
  /** Every required item is done or exempt, or the college lets them leave on a condition. */
  mayLeave: boolean
  /** The condition on which they may leave today; null without one. */
  condition: Condition | null
  /** The most urgent dated item among the missing. */
  nearest: { code: string; title: string; daysLeft: number } | null
  /** Instant of the oldest feed behind the sheet, null before any has come. */
  asOf: string | null
}
