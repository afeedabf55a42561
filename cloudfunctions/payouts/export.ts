import type { Input, Output } from '../../domain/api'
import { dayOf, formatDay } from '../../domain/calendar'
import { ClearanceError } from '../../domain/errors'
import type { Actor } from '../../domain/procedures/advance'
import { checkTotal, isIn, payable, type PayoutBatch } from '../../domain/procedures/payout'
import { answeredBefore, changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { newNumber } from '../shared/number'
import { takeStep } from '../shared/step'
import { inTransaction } from '../shared/transaction'
import { asItStands, upToDate } from './batches'
import { forEachInTurn } from './in-turn'
import { officerOf } from './officer'
import { readyNow, reportDayNow, reportDayOf } from './ready'
import type { CardRefund } from './requests'

const ACTION = 'payouts.export'

/** One sheet is read by one person at the bank. */
export const BATCH_MOST = 200

type Answer = Output<typeof ACTION>

/**
 * Makes the next batch. The batch is written first, then each request moves into it in a transaction
 * of its own: whoever withdraws meanwhile is not in it, and a run that died is continued by the same
 * request id. Answers no account numbers.
 * @throws ClearanceError `CLOSED` before the day of the report, `CONFLICT` when nothing can be paid
 */
export async function exportBatch(
  { reason, requestId }: Input<typeof ACTION>,
  { openid, caller, now }: Call,
): Promise<Answer> {
  const attempt = { by: openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const officer = officerOf(caller)
  const begun = await begin({ ...attempt, requestId: `${requestId}:begin` }, officer, reason, now)
  const { planned } = await asItStands(begun.batch)
  const outcomes = await forEachInTurn(planned, (id) => moveInto(begun.batch, id, officer))
  const made = await upToDate(begun.batch)
  checkTotal(made)
  const late = outcomes.filter((outcome) => 'late' in outcome).length
  const { _id: batch, rows, totalFen } = made
  return changeOnce(attempt, () =>
    Promise.resolve({ batch, count: rows.length, totalFen, left: begun.left + late }),
  )
}

type Attempt = Parameters<typeof changeOnce>[0]

/** Writes down which requests the batch is for. */
async function begin(
  attempt: Attempt,
  officer: Actor,
  reason: string,
  now: Date,
): Promise<{ batch: string; left: number }> {
  const before = await answeredBefore<{ batch: string; left: number }>(attempt)
  if (before) return before
  const chosen = await choose(now)
  const planned = chosen.slice(0, BATCH_MOST).map(({ _id }) => _id)
  return changeOnce(attempt, async (transaction) => {
    const batch: PayoutBatch = {
      _id: newNumber('PF'),
      at: now.toISOString(),
      by: officer.person,
      byName: officer.name,
      reason,
      planned,
      totalFen: 0,
      rows: [],
    }
    await transaction.insert('batches', batch)
    return { batch: batch._id, left: chosen.length - planned.length }
  })
}

/** What can be paid now, in order. @throws ClearanceError when nothing can be, saying why */
async function choose(now: Date): Promise<CardRefund[]> {
  const { payable: ready, unreported } = await readyNow()
  if (ready.length > 0) return ready.map(({ request }) => request)
  const reportOn = await reportDayNow()
  const day = formatDay(reportOn)
  if (dayOf(now) < reportOn) {
    const message = `退款以 ${day}的一卡通报表为准，报表传来以后才能导出。`
    throw new ClearanceError({ code: 'CLOSED', message })
  }
  const message =
    unreported > 0
      ? `${day}的一卡通报表还没有传来，有 ${unreported} 份申请在等它，传来以后才能导出。`
      : '现在没有可以退款的申请。'
  throw new ClearanceError({ code: 'CONFLICT', message })
}

/** Whether the request is in the batch now; one that was withdrawn or returned meanwhile is not. */
async function moveInto(batch: string, id: string, actor: Actor): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const request = (await transaction.get('requests', id)) as CardRefund | null
    if (request?.state !== 'filed') return request !== null && isIn({ _id: batch }, request)
    const { studentNo } = request.student
    const student = await transaction.get('students', studentNo)
    const pays = payable(student?.facts ?? {}, await reportDayOf(request.cohort))
    if (!('amountFen' in pays)) return false
    const input = { batch, amountFen: pays.amountFen }
    const { version } = request
    await takeStep(transaction, {
      studentNo,
      procedure: 'cardRefund',
      actor,
      action: ACTION,
      move: { transition: 'export', version, note: '', input, through: 'payouts' },
    })
    return true
  })
}
