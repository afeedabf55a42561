import type { Input, Output } from '../../domain/api'
import type { Actor } from '../../domain/procedures/advance'
import { checkTotal, type PayoutBatch } from '../../domain/procedures/payout'
import { matchResults, type Matched } from '../../domain/procedures/payout-match'
import { readResults } from '../../domain/procedures/payout-results'
import type { Cell } from '../../domain/spreadsheet/cells'
import { answeredBefore, changeOnce } from '../shared/change'
import { files } from '../shared/files'
import type { Call } from '../shared/gate'
import { readSent } from '../shared/spreadsheet/sent'
import { takeStep } from '../shared/step'
import { inTransaction } from '../shared/transaction'
import { checkNotCancelled, upToDate } from './batches'
import { forEachInTurn, type Outcome } from './in-turn'
import { officerOf } from './officer'

const ACTION = 'payouts.import'
const NOTE_MOST = 200
/** A batch has 200; some banks answer for several batches in one sheet. */
const ROWS_MOST = 3000

type Answer = Output<typeof ACTION>

/**
 * Takes in the bank's results for a batch, each row in a transaction of its own. What does not fit
 * changes nothing and comes back with its line; the uploaded file is removed.
 * @throws ClearanceError `INVALID` for a file that is no such table or another batch's
 */
export async function importResults(
  { batch: id, fileId, requestId }: Input<typeof ACTION>,
  { openid, caller }: Call,
): Promise<Answer> {
  const attempt = { by: openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const batch = await upToDate(id)
  checkNotCancelled(batch)
  checkTotal(batch)
  const { matched, rejected } = await readSent(fileId, ROWS_MOST, (cells) => fit(cells, batch))
  const officer = officerOf(caller)
  const outcomes = await forEachInTurn(matched, (line) => settle(line, officer))
  await upToDate(id)
  await files.remove(fileId)
  const answer = toAnswer(matched, outcomes, rejected)
  return changeOnce(attempt, () => Promise.resolve(answer))
}

function fit(cells: Cell[][], batch: PayoutBatch) {
  const { lines, rejected: unread } = readResults(cells)
  const { matched, rejected: unfit } = matchResults(batch, lines)
  return { matched, rejected: [...unread, ...unfit] }
}

async function settle({ row, result, note }: Matched, actor: Actor): Promise<Matched['result']> {
  const { studentNo, version } = row
  const why = note.slice(0, NOTE_MOST) || '银行没有说明原因'
  const move =
    result === 'paid' ? { transition: 'settle', note: '' } : { transition: 'fail', note: why }
  await inTransaction((transaction) =>
    takeStep(transaction, {
      studentNo,
      procedure: 'cardRefund',
      actor,
      action: ACTION,
      move: { ...move, version, through: 'payouts' },
    }),
  )
  return result
}

function toAnswer(
  matched: readonly Matched[],
  outcomes: readonly Outcome<Matched['result']>[],
  rejected: readonly { line: number; reason: string }[],
): Answer {
  const count = (result: Matched['result']) =>
    outcomes.filter((outcome) => 'done' in outcome && outcome.done === result).length
  const undone = matched.flatMap(({ line }, at) => {
    const outcome = outcomes[at]
    if (!outcome || 'done' in outcome) return []
    const reason = 'refused' in outcome ? outcome.refused : '没有来得及办，请把这份表再导入一次'
    return [{ line, reason }]
  })
  return {
    paid: count('paid'),
    failed: count('failed'),
    rejected: [...rejected, ...undone]
      .sort((a, b) => a.line - b.line)
      .map(({ line: row, reason }) => ({ row, reason })),
  }
}
