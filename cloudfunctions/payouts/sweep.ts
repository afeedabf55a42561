import type { SheetFile } from '../../domain/procedures/payout'
import { clock } from '../shared/clock'
import { files } from '../shared/files'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { inTransaction } from '../shared/transaction'
import { upTo } from '../shared/where'

/** Removes the sheets whose links are over, every ten minutes. Answers how many. */
export async function sweep(): Promise<{ removed: number }> {
  const now = clock.now()
  const batches = await store.find('batches', { where: { filesUntil: upTo(now.toISOString()) } })
  let removed = 0
  for (const { _id } of batches) removed += await removeFiles(_id, now, 'expired')
  log('info', { function: 'payouts', removed })
  return { removed }
}

/**
 * Removes sheets of a batch from the storage and then from its list, so that none is forgotten; one
 * that cannot be removed stays on the list for the next run.
 */
export async function removeFiles(
  batch: string,
  now: Date,
  which: 'expired' | 'all',
): Promise<number> {
  const kept = (await store.findOne('batches', { _id: batch }))?.files ?? []
  const isOver = ({ expiresAt }: SheetFile) => which === 'all' || expiresAt <= now.toISOString()
  const gone: string[] = []
  for (const { id } of kept.filter(isOver)) if (await isRemoved(id)) gone.push(id)
  if (gone.length > 0) await forget(batch, gone)
  return gone.length
}

async function isRemoved(id: string): Promise<boolean> {
  try {
    await files.remove(id)
    // The storage answers a refusal as it answers a success.
    const links = await files.linksTo([id], 60)
    if (!(id in links)) return true
    log('error', { function: 'payouts', error: 'a sheet is still there after its removal' })
  } catch (error) {
    log('error', { function: 'payouts', error: error instanceof Error ? error.stack : 'unknown' })
  }
  return false
}

async function forget(batch: string, gone: readonly string[]): Promise<void> {
  await inTransaction(async (transaction) => {
    const document = await transaction.get('batches', batch)
    const left = (document?.files ?? []).filter(({ id }) => !gone.includes(id))
    const [next] = left.map(({ expiresAt }) => expiresAt).sort()
    if (next === undefined) await transaction.update('batches', batch, {}, ['files', 'filesUntil'])
    else await transaction.update('batches', batch, { files: left, filesUntil: next })
  })
}
