import { dayOf } from '../calendar'
import { ClearanceError } from '../errors'
import { formatYuan, sumFen } from '../money'
import type { Facts } from '../student/facts'
import type { BatchRow } from './payout-answers'
import type { HistoryEntry, RequestOf } from './request'

/** A payout batch (退款批次): what finance has handed to the bank in one sheet. No account numbers. */
export interface PayoutBatch {
  /** `PF220705-3N8Q2M` */
  _id: string
  /** Instant, ISO. */
  at: string
  /** `staff:20081005` */
  by: string
  byName: string
  reason: string
  /** The requests that it was made for; those that were withdrawn meanwhile have no row. */
  planned: string[]
  /** Integer fen; equal to the sum of the rows. */
  totalFen: number
  rows: PayoutRow[]
  /** Why it was cancelled before it went to the bank. */
  cancelled?: string
  /** The sheets in the cloud storage, each to be removed when its link is over. */
  files?: SheetFile[]
  /** The earliest end of a link, while there are files; instant, ISO. */
  filesUntil?: string
}

export interface SheetFile {
  /** `cloud://…` */
  id: string
  /** Instant, ISO. */
  expiresAt: string
}

export type PayoutResult = 'open' | 'paid' | 'failed' | 'released'

export interface PayoutRow {
  /** The request. */
  id: string
  /** The version of the request with which it came into the batch. */
  version: number
  studentNo: string
  name: string
  bank: string
  lastFour: string
  /** Integer fen. */
  amountFen: number
  result: PayoutResult
  /** Why the bank did not pay; may be empty. */
  note: string
}

/**
 * What is paid back to a student: the balance of the report of the day that the notice names, and no
 * other. `report`: they are not in it (yet); `balance`: nothing is left on the card.
 * @param reportOn YYYY-MM-DD, Asia/Shanghai
 */
export function payable(
  { cardReport }: Facts,
  reportOn: string,
): { amountFen: number } | { lacking: 'report' | 'balance' } {
  if (!cardReport || dayOf(cardReport.asOf) < reportOn) return { lacking: 'report' }
  const { balanceFen } = cardReport.value
  return balanceFen > 0 ? { amountFen: balanceFen } : { lacking: 'balance' }
}

/**
 * A batch as its requests' histories tell it: requests that it moved have their row, and each row has
 * its result. Histories only grow, so this may be done again at any time.
 */
export function settled(
  batch: PayoutBatch,
  requests: readonly RequestOf<'cardRefund'>[],
): PayoutBatch {
  const byId = new Map(requests.map((request) => [request._id, request]))
  const known = new Set(batch.rows.map(({ id }) => id))
  const moved = batch.planned.flatMap((id) => {
    const request = byId.get(id)
    return request && !known.has(id) && isIn(batch, request) ? [toRow(request)] : []
  })
  const rows = [...batch.rows, ...moved].map((row) => {
    const request = byId.get(row.id)
    return request ? { ...row, ...resultOf(row, request.history) } : row
  })
  // What was written before is not added up anew, or a wrong amount would make its own total right.
  const added = sumFen(moved.map(({ amountFen }) => amountFen))
  return { ...batch, rows, totalFen: batch.totalFen + added }
}

/** Whether a request is with the bank, or paid, by this batch. */
export function isIn(
  { _id }: Pick<PayoutBatch, '_id'>,
  { outcome }: Pick<RequestOf<'cardRefund'>, 'outcome'>,
): boolean {
  return outcome.payout?.batch === _id
}

function toRow({ _id: id, student, form, outcome, history }: RequestOf<'cardRefund'>): PayoutRow {
  const { studentNo, name } = student
  const amountFen = outcome.payout?.amountFen ?? 0
  const exported = history.map(({ transition }) => transition).lastIndexOf('export')
  return {
    id,
    version: exported + 1,
    studentNo,
    name,
    amountFen,
    bank: form.bank,
    lastFour: form.lastFour,
    result: 'open',
    note: '',
  }
}

/** Each step is one entry and one version, so what came after the export stands at its version. */
function resultOf(
  { version }: PayoutRow,
  history: readonly HistoryEntry[],
): Pick<PayoutRow, 'result' | 'note'> {
  const [next, later] = history.slice(version)
  if (next?.transition === 'fail') return { result: 'failed', note: next.note }
  if (next?.transition === 'release') return { result: 'released', note: next.note }
  if (next?.transition !== 'settle') return { result: 'open', note: '' }
  return later?.transition === 'revoke'
    ? { result: 'failed', note: later.note }
    : { result: 'paid', note: '' }
}

/**
 * Looks at a batch before money goes by it.
 * @throws ClearanceError `CONFLICT` when its total is not the sum of its rows to the fen
 */
export function checkTotal({ _id, rows, totalFen }: PayoutBatch): void {
  const sum = sumFen(rows.map(({ amountFen }) => amountFen))
  const isMoney = rows.every(({ amountFen }) => Number.isSafeInteger(amountFen) && amountFen > 0)
  if (sum === totalFen && isMoney) return
  const message =
    `批次 ${_id} 的合计是 ${formatYuan(totalFen)} 元，明细加起来是 ${formatYuan(sum)} 元，` +
    '对不上，已经停下。请告诉信息中心核对。'
  throw new ClearanceError({ code: 'CONFLICT', message })
}

/** A batch as one row of a list. */
export function toBatchRow({ _id, at, byName, rows, totalFen, cancelled }: PayoutBatch): BatchRow {
  const count = (result: PayoutResult) => rows.filter((row) => row.result === result).length
  return {
    batch: _id,
    at,
    by: byName,
    count: rows.length,
    totalFen,
    paid: count('paid'),
    failed: count('failed'),
    open: count('open'),
    cancelled: cancelled ?? '',
  }
}
