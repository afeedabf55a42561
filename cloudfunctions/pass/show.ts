import type { Output } from '../../domain/api'
import { initialsOf, standingOf, TOKEN_SECONDS } from '../../domain/pass/pass'
import { ownStudent } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { tokens } from './tokens'

/** The student's own pass with a fresh token, or what is still missing. Stores nothing. */
export async function show(_: object, { caller, now }: Call): Promise<Output<'pass.show'>> {
  const student = ownStudent(caller)
  const cohort = await publishedCohort(student.cohort)
  const { mayLeave, missing, doneAt, condition } = standingOf(cohort, student, now)
  const { _id: studentNo, name, className } = student
  const expiresAt = new Date((Math.floor(now.getTime() / 1000) + TOKEN_SECONDS) * 1000)
  return {
    school: cohort.school,
    cohort: cohort.name,
    student: { studentNo, name, className, initials: initialsOf(name) },
    pass: mayLeave
      ? {
          token: tokens.mint({ studentNo, expiresAt }),
          expiresAt: expiresAt.toISOString(),
          doneAt,
          condition,
        }
      : null,
    missing,
    now: now.toISOString(),
  }
}
