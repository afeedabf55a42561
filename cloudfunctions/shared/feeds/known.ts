import { unheardFeed } from '../../../domain/feeds/after'
import type { Feed } from '../../../domain/feeds/feed'
import type { SourceCode } from '../../../domain/feeds/source'
import { keptFor } from '../kept'
import { all } from '../pages'
import { store } from '../store'
import type { Transaction } from '../transaction'

const KEEP_MS = 30_000

/**
 * All sources as they stand. Every opened sheet asks how old its data is, so a warm function keeps them
 * for half a minute; the facts themselves are never kept.
 */
export const knownFeeds = keptFor(KEEP_MS, () => all('feeds'))

export async function feedOf(source: SourceCode): Promise<Feed> {
  return (await store.findOne('feeds', { _id: source })) ?? unheardFeed(source)
}

/** The same for who is about to change it. */
export async function feedIn(transaction: Transaction, source: SourceCode): Promise<Feed> {
  return (await transaction.get('feeds', source)) ?? unheardFeed(source)
}
