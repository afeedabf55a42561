import type { Cohort } from '../../domain/cohort/schema'
import type { Cloud } from './cloud'
import type { Database } from './database'
import type { EnvironmentFile } from './environment-file'

/** What a step of a deployment works on. */
export interface Situation {
  cloud: Cloud
  database: Database
  variables: EnvironmentFile
  /** The cohort for an environment that has none. */
  cohort: Cohort
  /** Who is to be the first administrator, when it was said. */
  administrator: { staffNo: string; name: string } | null
  now: Date
  /** Shows a line to the person who deploys. */
  say(line: string): void
}

/** One thing that a deployment would change. */
export interface Change {
  /** In words, without a secret. */
  what: string
  make(): Promise<void>
}

/** What a step would change, and what somebody has to do or know. */
export interface Look {
  changes: Change[]
  remarks: string[]
}

/** A part of a deployment: it looks first, and changes only what is not as it should be. */
export interface Step {
  title: string
  look(situation: Situation): Promise<Look>
}
