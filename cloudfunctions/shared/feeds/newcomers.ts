import { clock } from '../clock'
import { all } from '../pages'
import { inTransaction, type Transaction } from '../transaction'

/**
 * Has every source say everything the next time, as somebody has come of whom none of them was heard: what
 * has changed since its cursor says nothing of them, or said it when nobody knew them.
 */
export async function askInFull(transaction: Transaction): Promise<void> {
  const inFullSince = clock.now().toISOString()
  for (const { _id } of await all('feeds')) {
    await transaction.update('feeds', _id, { cursor: null, inFullSince })
  }
}

/** The same in a transaction of its own. */
export function askAllInFull(): Promise<void> {
  return inTransaction(askInFull)
}
