import type { Output } from '../../domain/api'
import { transitionsFrom } from '../../domain/procedures/advance'
import { FILED_CODES } from '../../domain/procedures/codes'
import type { Request } from '../../domain/procedures/request'
import { readersOf } from '../../domain/procedures/situation'
import { tableOf } from '../../domain/procedures/tables'
import { placeOf, toWorkRow } from '../../domain/procedures/view'
import type { Cohort } from '../../domain/cohort/schema'
import type { Role } from '../../domain/roles/people'
import { subjectOf } from '../../domain/roles/scope'
import { deriveSheet } from '../../domain/sheet/derive'
import type { Student } from '../../domain/student/student'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { actorFor } from './member'

type Answer = Output<'desk.student'>

/** 离校单 of a student as those in charge of them see it, and what they may file for them. */
export async function openStudent(_: unknown, { caller, subject, now }: Call): Promise<Answer> {
  if (!subject) throw new Error('the gate admitted an action about a student without one')
  const { _id: studentNo, name, className, college, facts } = subject
  const { roles } = await actorFor(caller, subjectOf(subject))
  const cohort = await publishedCohort(subject.cohort)
  const requests = await store.find('requests', { where: { 'student.studentNo': studentNo } })
  const place = placeOf(facts.residence?.value ?? {})
  return {
    student: { studentNo, name, className, college, place },
    items: itemsOf(cohort, subject, now),
    requests: requests
      .filter((request) => readersOf(request).some((role) => roles.includes(role)))
      .map((request) => toWorkRow(request, roles, now)),
    mayFile: mayFile(subject, cohort, requests, roles),
    now: now.toISOString(),
  }
}

function itemsOf(cohort: Cohort, student: Student, now: Date): Answer['items'] {
  const { steps } = deriveSheet(cohort, student, student.facts, student.requests ?? {}, now)
  return steps.flatMap(({ items }) =>
    items.map(({ code, title, required, status, reason }) => ({
      code,
      title,
      required,
      status,
      reason,
    })),
  )
}

function mayFile(
  student: Student,
  cohort: Cohort,
  requests: readonly Request[],
  roles: readonly Role[],
): Answer['mayFile'] {
  return FILED_CODES.flatMap((procedure) => {
    const table = tableOf(procedure)
    const item = cohort.items.find((each) => each.procedure === procedure)
    if (!item?.appliesTo.every((trait) => student.traits.includes(trait))) return []
    const request = requests.find((each) => each.procedure === procedure) ?? null
    const may = transitionsFrom(table, request).some(
      ({ files, by }) => files && roles.some((role) => by.includes(role)),
    )
    return may ? [{ procedure, title: table.title, page: table.page }] : []
  })
}
