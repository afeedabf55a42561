import type { ActionName } from '../../domain/api'
import type { Cohort, Item } from '../../domain/cohort/schema'
import { ClearanceError } from '../../domain/errors'
import { PERMISSIONS } from '../../domain/roles/permissions'
import { deriveSheet } from '../../domain/sheet/derive'
import type { SheetItem } from '../../domain/sheet/sheet'
import { maySeeWho, type Part } from '../../domain/statistics/reach'
import type { Student } from '../../domain/student/student'
import { memberOf } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { oneOf, type Where } from '../shared/where'
import { sightOf, type Sight } from './part'

/** Those who lack an item, as far as the caller may see. */
export interface List extends Sight {
  cohort: Cohort
  item: Item
  /** What their documents meet, one of these. */
  where: Where<'students'>[]
}

/** @throws ClearanceError `NOT_FOUND` for an item or a part that is not there or not the caller's */
export async function listOf(
  action: ActionName,
  { cohort: id, item: code, ...part }: Part & { cohort: string; item: string },
  { caller, now }: Pick<Call, 'caller' | 'now'>,
): Promise<List> {
  const cohort = await cohortNamed(id)
  const item = cohort.items.find((each) => each.code === code)
  if (!item) throw notThere('没有这个环节，请从统计页面重新打开。')
  const { by } = PERMISSIONS[action]
  const sight = sightOf(
    memberOf(caller),
    (role) => by.includes(role) && maySeeWho(role, item),
    part,
    now,
  )
  const pending = { cohort: cohort._id, lacks: oneOf([code]) }
  return { ...sight, cohort, item, where: sight.bounds.map((bound) => ({ ...bound, ...pending })) }
}

/** @throws ClearanceError `NOT_FOUND` when it has not been published */
export async function cohortNamed(id: string): Promise<Cohort> {
  try {
    return await publishedCohort(id)
  } catch (error) {
    throw error instanceof ClearanceError ? notThere(`没有 ${id} 届的离校单。`) : error
  }
}

/** The item on a student's sheet. */
export function itemOn({ cohort, item }: List, student: Student, now: Date): SheetItem {
  const { steps } = deriveSheet(cohort, student, student.facts, student.requests ?? {}, now)
  const found = steps.flatMap(({ items }) => items).find(({ code }) => code === item.code)
  if (!found) throw new Error(`the sheet has no ${item.code}`)
  return found
}

function notThere(message: string): ClearanceError {
  return new ClearanceError({ code: 'NOT_FOUND', message })
}
