import { ClearanceError } from '../../domain/errors'
import { settled, type PayoutBatch } from '../../domain/procedures/payout'
import { store } from '../shared/store'
import { inTransaction } from '../shared/transaction'
import { requestsBy } from './requests'

/**
 * A batch brought up to its requests, which are moved one by one: also after a run that died halfway.
 * @throws ClearanceError `NOT_FOUND`
 */
export async function upToDate(id: string): Promise<PayoutBatch> {
  const batch = await found(id)
  const requests = await requestsBy(batch.planned)
  return inTransaction(async (transaction) => {
    const before = await transaction.get('batches', id)
    if (!before) throw noBatch()
    const after = settled(before, requests)
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      const { rows, totalFen } = after
      await transaction.update('batches', id, { rows, totalFen })
    }
    return after
  })
}

/** A batch as it would be brought up to its requests, for reading. @throws ClearanceError `NOT_FOUND` */
export async function asItStands(id: string): Promise<PayoutBatch> {
  const batch = await found(id)
  return settled(batch, await requestsBy(batch.planned))
}

async function found(id: string): Promise<PayoutBatch> {
  const batch = await store.findOne('batches', { _id: id })
  if (batch) return batch
  throw noBatch()
}

/** @throws ClearanceError `CONFLICT` when the batch was cancelled */
export function checkNotCancelled({ _id, cancelled }: PayoutBatch): void {
  if (cancelled === undefined) return
  const message = `批次 ${_id} 已经取消（${cancelled}），里面的申请会进下一批。`
  throw new ClearanceError({ code: 'CONFLICT', message })
}

function noBatch(): ClearanceError {
  return new ClearanceError({ code: 'NOT_FOUND', message: '没有这个批次，请回到列表再选。' })
}
