import type { SourceCode } from './source'

/** How a run came: asked for by our timer, sent by the source, or brought in by a person. */
export type RunWay = 'pull' | 'push' | 'sheet'

/** A snapshot says how it is with everybody; a delta only with those it names. */
export type RunMode = 'snapshot' | 'delta'

/**
 * `receiving`: pages are coming. `comparing`: held against what is known. `preview`: waits for the
 * person who brought the sheet. `held`: the brake waits for a person. `applying`: being written.
 * `done`, `failed`, `refused`: over.
 */
export const RUN_STATES = [
  'receiving',
  'comparing',
  'preview',
  'held',
  'applying',
  'done',
  'failed',
  'refused',
] as const

export type RunState = (typeof RUN_STATES)[number]

/** One bringing-in of one source's data. */
export interface RunView {
  run: string
  source: SourceCode
  way: RunWay
  mode: RunMode
  state: RunState
  /** When it began; instant, ISO. */
  at: string
  /** The instant that its data is true for, ISO; null before it is known. */
  asOf: string | null
  /** The cohort that it says everything about; null before it is known. */
  cohort: string | null
  /** Who brought it: 系统, 夏晓禾. */
  by: string
  /** Students that the data names. */
  received: number
  /** Students for whom it says something new, of those how many are written, and how many clear up. */
  changed: number
  applied: number
  cleared: number
  /** Rows that could not be used. */
  rejected: number
  /** Why the brake holds it, whole sentences; empty when it does not. */
  reasons: string[]
  /** What follows from what its sheet does not have, whole sentences. */
  warnings: string[]
  /** Whether it is held for what somebody has refused last: nobody is told once more. */
  quiet: boolean
  /** Why it failed, or with what words a person decided; may be empty. */
  note: string
}

export interface FeedView {
  source: SourceCode
  title: string
  what: string
  /** Whether the system is asked by our timer. */
  pulled: boolean
  /** Instant that all of its students are known for, ISO; null before the first. */
  asOf: string | null
  /** When it is asked next; instant, ISO; null where nobody asks by itself. */
  nextAt: string | null
  /** How many of its runs in a row came to nothing. */
  missed: number
  last: RunView | null
  /** A run that waits for somebody's decision. */
  waiting: RunView | null
}

export interface FeedsAnswer {
  feeds: FeedView[]
  now: string
}

export interface FeedAnswer {
  feed: FeedView
  /** The newest first, 20 at most. */
  runs: RunView[]
  /** What the brake allows, in per cent of the students of the source. */
  brake: BrakeLimits
  /** The columns that a sheet of it needs, in their usual names; those that may be missing marked. */
  columns: { name: string; optional: boolean }[]
  /** Whether the caller may change the limits of the brake. */
  mayLimit: boolean
  now: string
}

/** A snapshot that goes beyond is held for a person. Whole per cent. */
export interface BrakeLimits {
  /** How many fewer students it may name than the one before. */
  shrink: number
  /** How many of those with something open it may clear up at once. */
  clear: number
}

export interface RejectView {
  /** Line of the sheet, or number of the record, from 1. */
  line: number
  /** What stands there, as far as it names somebody: a student number, may be empty. */
  who: string
  reason: string
}

export interface RunAnswer {
  run: RunView
  /** The first 50. */
  rejects: RejectView[]
  /** Some of the changes, as people read them. */
  samples: { studentNo: string; name: string; before: string; after: string }[]
  /** The run of the source that waits for a decision in place of this one; null for none. */
  waiting: string | null
  now: string
}

/** A fresh look at one student's own data. */
export interface RecheckAnswer {
  /** What came of it: 财务系统刚刚传来：没有欠费。 */
  said: string
  /** When one may ask again; instant, ISO. */
  nextAt: string
}
