import type { Cohort } from '../../domain/cohort/schema'
import { digestOf } from '../../domain/sheet/digest'
import type { Student } from '../../domain/student/student'

/** A student with what every write of facts keeps up to date beside them. */
export function withStanding<Someone extends Student>(
  cohort: Cohort,
  student: Someone,
  now: Date,
): Someone {
  return { ...student, ...digestOf(cohort, student, now) }
}
