import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { pages } from '../shared/pages'
import type { Documents } from '../shared/store'
import type { Where } from '../shared/where'

/** So many at once: enough to be quick, few enough for the database's connections. */
const AT_ONCE = 10

interface Job<Name extends keyof Documents> {
  /** Names the job in the log. */
  job: string
  collection: Name
  where: Omit<Where<Name>, '_id'>
  /** Begins nothing new after it. */
  deadline: Date
}

/**
 * Does something with every document that matches and answers how often it did. One that fails is
 * logged by its reason and left for the next night; the others go on.
 */
export async function forEach<Name extends keyof Documents>(
  { job, collection, where, deadline }: Job<Name>,
  work: (document: Documents[Name]) => Promise<boolean>,
): Promise<number> {
  let done = 0
  for await (const page of pages(collection, where)) {
    for (let start = 0; start < page.length; start += AT_ONCE) {
      if (clock.now() >= deadline) {
        log('error', { function: 'nightly', job, error: 'out of time; continued the next night' })
        return done
      }
      const results = await Promise.allSettled(page.slice(start, start + AT_ONCE).map(work))
      for (const result of results) {
        if (result.status === 'rejected') logFailure(job, result.reason)
        else if (result.value) done++
      }
    }
  }
  return done
}

function logFailure(job: string, reason: unknown): void {
  const error = reason instanceof Error ? reason.message : 'unknown'
  log('error', { function: 'nightly', job, error })
}
