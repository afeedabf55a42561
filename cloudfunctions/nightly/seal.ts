import { dayOf } from '../../domain/calendar'
import type { ChainHead } from '../../domain/audit/record'
import { sealOf } from '../../domain/audit/seal'
import { log } from '../shared/log'
import { pages } from '../shared/pages'
import { sha256 } from '../shared/sha256'
import { store } from '../shared/store'
import { DuplicateKey, inTransaction } from '../shared/transaction'
import { upTo } from '../shared/where'

/**
 * A record carries the time at which it was written and is there only after its commit. No transaction
 * (30 s) and no function (60 s) lasts this long, so nothing more can come from before.
 */
const SETTLED_MS = 2 * 60 * 1000

/**
 * Puts the heads of all chains under the day's seal. The log keeps the seal's hash out of the
 * database's reach. Answers 1, or 0 when the day or a later one is sealed already.
 */
export async function sealChains(now: Date): Promise<number> {
  const day = dayOf(now)
  const [previous] = await store.find('seals', { orderBy: [['_id', 'desc']], limit: 1 })
  if (previous && previous._id >= day) return 0
  const at = new Date(now.getTime() - SETTLED_MS).toISOString()
  const seal = sealOf(await headsAt(at), day, at, previous ?? null, sha256)
  try {
    await inTransaction((transaction) => transaction.insert('seals', seal))
  } catch (error) {
    if (error instanceof DuplicateKey) return 0
    throw error
  }
  log('info', { function: 'nightly', day, chains: seal.chains, seal: seal.hash })
  return 1
}

/** The end of every chain as it was at an instant. */
async function headsAt(at: string): Promise<Omit<ChainHead, 'at'>[]> {
  const heads: Omit<ChainHead, 'at'>[] = []
  for await (const page of pages('chains', {})) {
    for (const head of page) {
      const then = head.at <= at ? head : await earlierHead(head._id, at)
      if (then) heads.push(then)
    }
  }
  return heads
}

async function earlierHead(person: string, at: string): Promise<Omit<ChainHead, 'at'> | null> {
  const [last] = await store.find('audit', {
    where: { person, at: upTo(at) },
    orderBy: [['seq', 'desc']],
    limit: 1,
  })
  return last ? { _id: person, seq: last.seq, hash: last.hash } : null
}
