import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import type { Actor } from '../../domain/procedures/advance'
import type { PayoutRow } from '../../domain/procedures/payout'
import { answeredBefore, changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { takeStep } from '../shared/step'
import { inTransaction } from '../shared/transaction'
import { upToDate } from './batches'
import { forEachInTurn } from './in-turn'
import { officerOf } from './officer'
import { removeFiles } from './sweep'

const ACTION = 'payouts.release'

/**
 * Cancels a batch that never went to the bank: its requests go back to where they can be paid by
 * another one, and its sheets are removed. What a run that died left is done by the next.
 * @throws ClearanceError `CONFLICT` when the bank has answered already
 */
export async function release(
  { batch: id, reason, requestId }: Input<typeof ACTION>,
  { openid, caller, now }: Call,
): Promise<Output<typeof ACTION>> {
  const attempt = { by: openid, action: ACTION, requestId } as const
  const before = await answeredBefore(attempt)
  if (before) return before
  const { rows } = await cancel(id, reason)
  await removeFiles(id, now, 'all')
  const officer = officerOf(caller)
  const open = rows.filter(({ result }) => result === 'open')
  await forEachInTurn(open, (row) => takeOut(row, reason, officer))
  const after = await upToDate(id)
  const left = after.rows.filter(({ result }) => result === 'open').length
  if (left > 0) {
    const message = `还有 ${left} 笔没有来得及退出这一批，请再取消一次。`
    throw new ClearanceError({ code: 'CONFLICT', message })
  }
  return changeOnce(attempt, () => Promise.resolve({}))
}

/** From here on no sheet is made of the batch and no result is taken for it. */
async function cancel(id: string, reason: string): Promise<{ rows: PayoutRow[] }> {
  const { rows } = await upToDate(id)
  const answered = rows.filter(({ result }) => result === 'paid' || result === 'failed').length
  if (answered > 0) {
    const message = `银行已经办了其中 ${answered} 笔，这一批不能取消。没有退成的请等银行结果。`
    throw new ClearanceError({ code: 'CONFLICT', message })
  }
  await inTransaction(async (transaction) => {
    const batch = await transaction.get('batches', id)
    if (batch && batch.cancelled === undefined) {
      await transaction.update('batches', id, { cancelled: reason })
    }
  })
  return { rows }
}

function takeOut({ studentNo, version }: PayoutRow, note: string, actor: Actor): Promise<unknown> {
  return inTransaction((transaction) =>
    takeStep(transaction, {
      studentNo,
      procedure: 'cardRefund',
      actor,
      action: ACTION,
      move: { transition: 'release', version, note, through: 'payouts' },
    }),
  )
}
