import { parseCohort } from '../../domain/cohort/parse'
import type { Cohort } from '../../domain/cohort/schema'
import { ClearanceError } from '../../domain/errors'
import { clock } from './clock'
import { store } from './store'

const KEEP_MS = 60_000

const kept = new Map<string, { cohort: Cohort; until: number }>()

/**
 * A published cohort. It changes a few times a year and every call needs it, so a warm function keeps
 * it for a minute.
 * @throws ClearanceError `UNAVAILABLE` when it has not been published
 */
export async function publishedCohort(id: string): Promise<Cohort> {
  const now = clock.now().getTime()
  const hit = kept.get(id)
  if (hit && now < hit.until && hit.until - now <= KEEP_MS) return hit.cohort
  const document = await store.findOne('cohorts', { _id: id })
  if (!document) {
    throw new ClearanceError({
      code: 'UNAVAILABLE',
      message: `${id} 届的离校单还没有发布，请过些时候再来看。`,
    })
  }
  const cohort = parseCohort(document)
  kept.set(id, { cohort, until: now + KEEP_MS })
  return cohort
}

let newest: { id: string; until: number } | null = null

/** The cohort that is leaving now: the newest that has been published. @throws ClearanceError as above */
export async function newestCohort(): Promise<string> {
  const now = clock.now().getTime()
  if (newest && now < newest.until && newest.until - now <= KEEP_MS) return newest.id
  const [latest] = await store.find('cohorts', { orderBy: [['_id', 'desc']], limit: 1 })
  if (!latest) {
    const message = '还没有发布任何一届的离校单，请先发布再导入名单。'
    throw new ClearanceError({ code: 'UNAVAILABLE', message })
  }
  newest = { id: latest._id, until: now + KEEP_MS }
  return latest._id
}

/** The cohort that is leaving now, as its students are here already; null while nobody is. */
export async function leavingCohort(): Promise<string | null> {
  const [student] = await store.find('students', { orderBy: [['cohort', 'desc']], limit: 1 })
  return student?.cohort ?? null
}

/** A published cohort, or null when there is none by this name. */
export async function cohortIfPublished(id: string): Promise<Cohort | null> {
  try {
    return await publishedCohort(id)
  } catch (error) {
    if (error instanceof ClearanceError) return null
    throw error
  }
}
