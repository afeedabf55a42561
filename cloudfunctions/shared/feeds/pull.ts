import { nextAsking } from '../../../domain/feeds/after'
import type { Run } from '../../../domain/feeds/run'
import type { SourceCode } from '../../../domain/feeds/source'
import { clock } from '../clock'
import { inTransaction } from '../transaction'
import { begin } from './runs'
import { settings } from './settings'

/** The sources that our timer asks. */
export const pulledSources = (): SourceCode[] =>
  [...settings].flatMap(([source, { url }]) => (url === undefined ? [] : source))

/**
 * Begins to ask a source that is due, in the hands of the caller; null when another has just begun. The
 * next time is written down at once, so that no two ask.
 */
export async function beginDue(source: SourceCode): Promise<Run | null> {
  return inTransaction(async (transaction) => {
    const feed = await transaction.get('feeds', source)
    const now = clock.now()
    if (feed?.nextAt && feed.nextAt > now.toISOString()) return null
    return begin(transaction, asking(source, feed?.cursor ?? null, '系统'), {
      nextAt: nextAsking(source, now),
    })
  })
}

/** How a run begins that asks a system. */
export function asking(source: SourceCode, cursor: string | null, by: string) {
  const beginning = { source, way: 'pull', mode: 'snapshot', state: 'receiving' } as const
  return { ...beginning, asOf: null, cursor, by }
}
