import type { Cohort } from '../../domain/cohort/schema'
import { digestOf } from '../../domain/sheet/digest'
import type { Student } from '../../domain/student/student'
import type { Store } from '../cloud'

/** A student with what every write of facts keeps up to date beside them. */
export function withStanding<Someone extends Student>(
  cohort: Cohort,
  student: Someone,
  now: Date,
): Someone {
  return { ...student, ...digestOf(cohort, student, now) }
}

/** @throws Error when the student's cohort was never published */
export function cohortOf(store: Store, student: Student): Cohort {
  const [cohort] = store.find<Cohort>('cohorts', { filter: { _id: student.cohort } })
  if (!cohort) throw new Error(`cohort ${student.cohort} is not there`)
  return cohort
}
