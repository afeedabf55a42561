import type { Cohort, Item } from '../cohort/schema'
import { ClearanceError } from '../errors'
import type { Role } from '../roles/people'
import { deriveSheet } from '../sheet/derive'
import type { Student } from '../student/student'
import { TRAIT_TEXTS } from '../student/traits'
import type { Situation } from './procedure'
import type { Matter } from './matter'
import type { ProcedureCode } from './request'
import { tableOf } from './tables'

/**
 * Where a student stands with a procedure.
 * @param code which item, where several may have the procedure
 * @throws ClearanceError `NOT_FOUND` when the cohort has no item for it, `CONFLICT` when the item is
 *   none of this student's (⚪ 无需办理)
 */
export function situationOf(
  cohort: Cohort,
  student: Student,
  procedure: ProcedureCode,
  now: Date,
  code?: string,
): Situation {
  const item = itemOf(cohort, procedure, code)
  const lacking = item.appliesTo.find((trait) => !student.traits.includes(trait))
  if (lacking) {
    const message = `${TRAIT_TEXTS[lacking].lacking}，无需办理${item.title}。`
    throw new ClearanceError({ code: 'CONFLICT', message })
  }
  return { cohort, item, student, now, lacking: lackingBefore(cohort, item, student, now) }
}

function lackingBefore(
  cohort: Cohort,
  item: Item,
  student: Student,
  now: Date,
): Situation['lacking'] {
  const { steps } = deriveSheet(cohort, student, student.facts, student.requests ?? {}, now)
  const earlier = steps.flatMap(({ items }) => items).filter(({ step }) => step < item.step)
  return earlier
    .filter(({ required, status }) => required && status === 'pending')
    .map(({ code, title }) => ({ code, title }))
}

/** @throws ClearanceError `NOT_FOUND` when the cohort has no item for the procedure */
export function itemOf(cohort: Cohort, procedure: ProcedureCode, code?: string): Item {
  const item = cohort.items.find(
    (each) => each.procedure === procedure && (code === undefined || each.code === code),
  )
  if (item) return item
  const message = `${cohort.name}没有开通「${tableOf(procedure).title}」的申请。`
  throw new ClearanceError({ code: 'NOT_FOUND', message })
}

/** The staff roles whose business the requests of a procedure are, or one request. */
export function readersOf(matter: ProcedureCode | Matter): Role[] {
  const { states, transitions } = tableOf(matter)
  const acting = transitions.flatMap(({ by }) => by)
  const waiting = Object.values(states).map(({ waitsFor }) => waitsFor)
  const roles = [...acting, ...waiting, 'studentAffairs' as const]
  return [...new Set(roles)].filter((role) => role !== 'nobody' && role !== 'student')
}
