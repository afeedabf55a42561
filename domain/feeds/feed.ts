import type { BrakeLimits } from './answers'
import type { SourceCode } from './source'

/** What is known of a source, beside its runs. */
export interface Feed {
  _id: SourceCode
  /** Instant that all of its students are known for, ISO; null before its first complete run. */
  asOf: string | null
  /** Runs in a row that came to nothing. */
  missed: number
  /** When the timer asks it next; instant, ISO; null for what nobody asks. */
  nextAt: string | null
  /** Where the source goes on from, in its own words, when it can tell what changed since. */
  cursor: string | null
  /** Since when it is to be asked in full, as somebody came whom it was not asked about; instant, ISO. */
  inFullSince?: string
  /** Students that the last complete snapshot named. */
  named: number
  /** Students with something open now; null before anybody has counted them. */
  open: number | null
  /** The run that came last. */
  lastRun: string | null
  brake: BrakeLimits
}
