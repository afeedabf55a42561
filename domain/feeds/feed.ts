import type { Student } from '../student/student'
import type { BrakeLimits } from './answers'
import type { SourceCode } from './source'

/** What is known of a source, beside its runs. */
export interface Feed {
  _id: SourceCode
  /** Instant of its newest complete run, ISO; null before the first. */
  asOf: string | null
  /** By cohort, what it has said of all its students: nobody else is meant by silence. */
  cohorts: Record<string, Spoken>
  /** Runs in a row that came to nothing. */
  missed: number
  /** When the timer asks it next; instant, ISO; null for what nobody asks. */
  nextAt: string | null
  /** Where the source goes on from, in its own words, when it can tell what changed since. */
  cursor: string | null
  /** Since when it is to be asked in full, as somebody came whom it was not asked about; instant, ISO. */
  inFullSince?: string
  /** The run that came last. */
  lastRun: string | null
  /** The run that is compared and written, or was last: the others of the source wait for it. */
  turn: string | null
  brake: BrakeLimits
  /** What its system has cleared up of late with nobody looking, run by run. */
  cleared: { at: string; count: number }[]
  /** The run of its system that waits for a person; null for none. */
  held: string | null
  /** Why the run was held that a person refused last; empty once its system is believed again. */
  refused: string[]
  /** Whether its system broke off in the middle when it was asked last. */
  brokeOff: boolean
}

/** What a source has said of all students of one cohort. */
export interface Spoken {
  /** Instant that it is true for, ISO. */
  asOf: string
  /** Students that the last complete snapshot named. */
  named: number
  /** Students with something open now. */
  open: number
  /** Student numbers whose rows could not be read: of them it has said nothing. */
  spoiled: string[]
}

/** When a source last spoke of a student as one of all; instant, ISO, undefined if it never did. */
export function spokenOfAt(
  { cohorts }: Pick<Feed, 'cohorts'>,
  student: Student,
): string | undefined {
  const spoken = cohorts[student.cohort]
  return spoken?.spoiled.includes(student._id) ? undefined : spoken?.asOf
}

/** Whether what a system says of everybody is not believed for now, so that it clears up nothing. */
export function isDoubted({ held, refused, brokeOff }: Feed): boolean {
  return isLookedInto({ held, refused }) || brokeOff
}

/** Whether somebody at the school is looking into what the system says. */
export function isLookedInto({ held, refused }: Pick<Feed, 'held' | 'refused'>): boolean {
  return held !== null || refused.length > 0
}
