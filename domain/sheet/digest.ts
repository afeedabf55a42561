import type { Cohort } from '../cohort/schema'
import type { Student } from '../student/student'
import { deriveSheet } from './derive'
import type { Status } from './sheet'

/**
 * What a student's document keeps of their own sheet, so that a class, a worklist and the statistics
 * are indexed queries. Every write of facts, requests or traits brings it up to date; nothing is ever
 * decided from it that `deriveSheet` could decide.
 */
export interface SheetDigest {
  /** By item code. The passing of time changes none of it. */
  items: Record<string, Status>
  /** The codes of those that are pending: who lacks an item is found by one index, whatever its code. */
  lacks: string[]
  /** Every required item is done or exempt. Who may leave on a condition alone is not meant: its day passes. */
  mayLeave: boolean
  /** Nothing but 学院核验 is missing. */
  awaitsVerification: boolean
}

export function digestOf(
  cohort: Cohort,
  { traits, facts, requests }: Pick<Student, 'traits' | 'facts' | 'requests'>,
  now: Date,
): SheetDigest {
  const { steps, mayLeave, condition } = deriveSheet(cohort, { traits }, facts, requests ?? {}, now)
  const items = steps.flatMap((step) => step.items)
  const verifies = cohort.items.filter(({ rule }) => rule.kind === 'verification')
  return {
    items: Object.fromEntries(items.map(({ code, status }) => [code, status])),
    lacks: items.filter(({ status }) => status === 'pending').map(({ code }) => code),
    mayLeave: mayLeave && condition === null,
    awaitsVerification: verifies.some(({ code }) =>
      items.some((item) => item.code === code && item.turn === 'staff'),
    ),
  }
}
