import type { Cohort } from './schema'
import type { Unseen } from './copy'

/** A cohort that is being made ready; always one that could be published as it stands. */
export interface Draft {
  /** The year, like the cohort's. */
  _id: string
  cohort: Cohort
  /** The year that it was copied from; its own when the published one is being changed. */
  from: string
  /** Number of the publication that it will follow, 0 for the first. */
  base: number
  /** Grows by one with each change. */
  version: number
  /** What stands in it as it was copied and nobody has looked at yet. */
  unseen: Unseen
  /** Instant of the last change, ISO, and the name of whose it was. */
  changedAt: string
  changedBy: string
}

/** One publishing of a cohort. */
export interface Publication {
  /** `2027#1` */
  _id: string
  cohort: string
  number: number
  /** Instant, ISO. */
  at: string
  /** The name of who published it. */
  by: string
  /** What it changed, in sentences. */
  changes: string[]
  deriving: Deriving
}

/** How far the sheets of a cohort have come to what was published. */
export interface Deriving {
  state: 'waiting' | 'done'
  /** The last student number that was looked at; empty before the first. */
  last: string
  done: number
  total: number
}

export function publicationId(cohort: string, number: number): string {
  return `${cohort}#${number}`
}
