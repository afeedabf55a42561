import type { DayPoint } from './days'

/** How many students an item is done, pending and exempt for. */
export interface ItemCount {
  code: string
  title: string
  required: boolean
  /** Number of its step, from 1. */
  step: number
  done: number
  pending: number
  exempt: number
  /** Whether the caller may see by name who lacks it. */
  listed: boolean
}

/** How far a college or a class is. */
export interface PartCount {
  name: string
  students: number
  mayLeave: number
}

export interface OverviewAnswer {
  /** Null while there are no students. */
  cohort: { id: string; name: string } | null
  /** 全校, a college, a class, or what the caller looks after. */
  name: string
  students: number
  mayLeave: number
  items: ItemCount[]
  /** The colleges or the classes that it is made of; empty for one class. */
  parts: { kind: 'college' | 'class'; rows: PartCount[] }
  /** One point a morning, the oldest first; null where no days are kept, which is for classes. */
  line: DayPoint[] | null
  /** Whether the caller may have the table. */
  exports: boolean
  now: string
}

/** A student who lacks an item. */
export interface LackingRow {
  studentNo: string
  name: string
  className: string
  /** The sheet's own sentence why. */
  reason: string
  /** Whole days past the deadline; 0 before it, and where there is none. */
  daysLate: number
}

export interface LackingAnswer {
  item: { code: string; title: string; required: boolean }
  /** Until when, in full or in the notice's own words; null where nothing is said. */
  deadline: { text: string; daysLeft: number | null } | null
  name: string
  total: number
  /** Where they are, those with most first; for choosing one. Empty where there is no choice. */
  parts: { kind: 'college' | 'class'; rows: { name: string; pending: number }[] }
  /** Twenty, by class and student number. */
  rows: LackingRow[]
  more: boolean
  /** Whether they can do something about it themselves, so that a reminder makes sense. */
  reminds: boolean
  /** Whether the caller puts the item on record (部门登记). */
  registers: boolean
  /** Whether the caller may open the sheets of these students. */
  opens: boolean
  now: string
}

export interface ExportedAnswer {
  url: string
  /** Instant, ISO: until when the link opens. */
  expiresAt: string
  /** How many students are in it. */
  students: number
}

export interface RemindedAnswer {
  /** Who got a message by this reminder. */
  reminded: number
  /** Of them, those who have WeChat bound; the others read it after they have. */
  bound: number
  /** Who had got one today already. */
  already: number
  /** Who waits for the staff, and has nothing to do. */
  waiting: number
  /** Not everybody's turn has come: the same request goes on where this one stopped. */
  more: boolean
}
