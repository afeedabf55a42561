import type { Cohort } from '../cohort/schema'
import type { Student } from '../student/student'
import { deriveSheet } from './derive'

/** Whether nothing but 学院核验 is missing: what a student's document keeps as `awaitsVerification`. */
export function isReadyToVerify(
  cohort: Cohort,
  { traits, facts, requests }: Pick<Student, 'traits' | 'facts' | 'requests'>,
  now: Date,
): boolean {
  const { steps } = deriveSheet(cohort, { traits }, facts, requests ?? {}, now)
  const items = steps.flatMap((step) => step.items)
  const codes = cohort.items.filter(({ rule }) => rule.kind === 'verification')
  return codes.some(({ code }) => items.some((item) => item.code === code && item.turn === 'staff'))
}
