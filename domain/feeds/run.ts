import type { RunAnswer, RunState, RunView } from './answers'

/** One bringing-in of one source's data, as it is kept. */
export interface Run extends Omit<RunView, 'run'> {
  /** `SJ220610-7K3M9Q` */
  _id: string
  /** Known students that the data names. */
  named: number
  /** Students of its cohort with something open, before it and after it. */
  open: number
  openAfter: number
  /** Students for whom nothing is open by its mere silence, and of whom its source has never spoken. */
  silent: number
  /** Rows that do not say whom they are about. */
  nameless: number
  /** Whether it says how all students of its cohort are, so that their age follows it. */
  complete: boolean
  /** Its system broke off in the middle. */
  brokeOff?: true
  /** Of the stage it is in: the last student compared, or how many groups are written. */
  position: string
  /** The next page to ask a system for, and its word for where to go on from next time. */
  page: number
  cursor: string | null
  samples: RunAnswer['samples']
  /** What is staged of it in the storage, until it is over. */
  staged?: string
  /** Somebody works on it until this instant, ISO; an instant gone by for nobody. */
  busyUntil: string
  /** How often somebody began to work on it since it last got on. */
  stalled: number
}

/** States in which a run is waiting for a function to go on with it. */
export const WORKING: readonly RunState[] = ['receiving', 'comparing', 'applying']
/** States in which it waits for a person. */
export const WAITING: readonly RunState[] = ['preview', 'held']

export function isOver({ state }: Pick<Run, 'state'>): boolean {
  return !WORKING.includes(state) && !WAITING.includes(state)
}

export function toRunView(run: Run): RunView {
  const { _id, source, way, mode, state, at, asOf, cohort, by } = run
  const { received, changed, applied, cleared, rejected, reasons, warnings, quiet, note } = run
  return {
    run: _id,
    source,
    way,
    mode,
    state,
    at,
    asOf,
    cohort,
    by,
    received,
    changed,
    applied,
    cleared,
    rejected,
    reasons,
    warnings,
    quiet,
    note,
  }
}
