import type { ItemAnswer, SheetAnswer } from '../sheet/answers'
import type { Deriving, Draft } from './draft'
import type { Todo } from './todos'

/** A cohort in the list of all: what is published of it, and what is being made ready. */
export interface CohortRow {
  /** The year. */
  cohort: string
  name: string
  /** Null while it has never been published. `at` is empty for what came with the system. */
  published: { number: number; at: string; by: string } | null
  /** How far its sheets have come to what was published last; null when nothing was. */
  deriving: Pick<Deriving, 'state' | 'done' | 'total'> | null
  draft: { left: number; changedAt: string; changedBy: string } | null
}

export interface CohortsAnswer {
  /** The newest year first. */
  cohorts: CohortRow[]
  now: string
}

export interface DraftAnswer extends Draft {
  todos: Todo[]
  now: string
}

export interface CheckAnswer {
  name: string
  version: number
  todos: Todo[]
  /** What publishing would change, in sentences. */
  changes: string[]
  /** The year that it is held against; empty for the published one of the same year. */
  against: string
  /** How many students have a sheet of this cohort. */
  students: number
}

export interface PreviewAnswer {
  sheet: SheetAnswer
  /** The item that was asked for. */
  item: ItemAnswer | null
}

export interface PublishedAnswer {
  name: string
  number: number
  students: number
}
