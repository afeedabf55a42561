import type { Column } from '../../spreadsheet/table'
import type { Student } from '../../student/student'

/** One row of a sheet or one record of a system, as the reader of a source sees it. */
export interface Cells {
  /** What stands there, as a person reads it; empty for nothing. */
  text(key: string): string
  /** An amount, in integer fen: a sheet has yuan, a record fen; it may be less than nothing. Null for none. */
  fen(key: string): number | null
  /** A day, YYYY-MM-DD; null for what is no day. */
  day(key: string): string | null
}

/** Why a row cannot be used, as the rest of 「第 8 行：…」. */
export interface Reject {
  reject: string
  /** It says nothing of what the source is about, so that its student's other rows hold all the same. */
  isBeside?: boolean
}

export const reject = (reason: string): Reject => ({ reject: reason })
export const beside = (reason: string): Reject => ({ reject: reason, isBeside: true })

/** When something was said and by whom, as every fact of it carries. */
export interface Said {
  /** Instant, ISO. */
  asOf: string
  source: string
}

/**
 * A source of data as a table: what a row of it says, how the rows of one student come to one value,
 * and what that value means for the student.
 */
export interface SourceTable<Entry, Value> {
  /** By the key of a record; in a sheet they are found by any of their names. */
  columns: Record<string, Column>
  /** What one row says, besides whose it is. */
  read(cells: Cells): Entry | Reject
  /** All rows of one student together. */
  fold(entries: readonly Entry[]): Value | Reject
  /** What it means that a snapshot does not name a student; `unknown`: nothing, the old stays. */
  absent: Value | 'unknown'
  /** The student with the value in place. */
  put(student: Student, value: Value, said: Said): Student
  /** How somebody comes in who was on no list before; for the roster alone. */
  enrol?: {
    /** The cohort that the source says they belong to, if it does. */
    cohortOf(value: Value): string | undefined
    student(studentNo: string, cohort: string, value: Value, said: Said): Student
  }
  /** The secret by which a student proves who they are, where the source brings it. */
  proofOf?(value: Value): string | undefined
  /** What is known of a student by this source, without its age: the same for the same word of it. */
  known(student: Student): unknown
  /** The instant of that, where the student's document says so; else the feed's own counts. */
  knownSince?(student: Student): string | undefined
  /** Whether something is open that this source could clear up: the brake counts these. */
  isOpen(student: Student): boolean
  /** What is known, as people read it: 欠 1,200.00 元. */
  says(student: Student): string
}

/** A source whose rows and values are its own business. */
export type Source = SourceTable<unknown, unknown>

/** Forgets the types of rows and values: whoever holds a source only hands them back to it. */
export function source<Entry, Value>(table: SourceTable<Entry, Value>): Source {
  return table
}

export function isReject(read: unknown): read is Reject {
  return typeof read === 'object' && read !== null && 'reject' in read
}
