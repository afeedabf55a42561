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
