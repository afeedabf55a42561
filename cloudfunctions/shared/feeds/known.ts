import type { Feed } from '../../../domain/feeds/feed'
import { clock } from '../clock'
import { all } from '../pages'

const KEEP_MS = 30_000

let kept: { feeds: Feed[]; at: number } | null = null

/**
 * All sources as they stand. Every opened sheet asks how old its data is, so a warm function keeps them
 * for half a minute; the facts themselves are never kept.
 */
export async function knownFeeds(): Promise<Feed[]> {
  const now = clock.now().getTime()
  if (kept && now >= kept.at && now - kept.at <= KEEP_MS) return kept.feeds
  kept = { feeds: await all('feeds'), at: now }
  return kept.feeds
}
