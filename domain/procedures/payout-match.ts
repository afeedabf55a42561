import { ClearanceError } from '../errors'
import { formatYuan } from '../money'
import type { PayoutBatch, PayoutResult, PayoutRow } from './payout'
import type { BankLine, Rejected } from './payout-results'

/** A row of the batch with what the bank says of it. */
export interface Matched extends Pick<BankLine, 'line' | 'result' | 'note'> {
  row: PayoutRow
}

/**
 * Holds the bank's lines against the batch: what fits an open row, to the fen, counts; anything else
 * changes nothing and says why.
 * @throws ClearanceError `INVALID` when not one line is of this batch: it is another one's sheet
 */
export function matchResults(
  { _id, rows }: Pick<PayoutBatch, '_id' | 'rows'>,
  lines: readonly BankLine[],
): { matched: Matched[]; rejected: Rejected[] } {
  const byId = new Map(rows.map((row) => [row.id, row]))
  if (lines.length > 0 && !lines.some(({ id }) => byId.has(id))) {
    const message = `表里没有一个编号在批次 ${_id} 里，可能选错了表。`
    throw new ClearanceError({ code: 'INVALID', message })
  }
  const matched: Matched[] = []
  const rejected: Rejected[] = []
  for (const line of lines) {
    const row = byId.get(line.id)
    const reason = contradiction(line, lines) ?? repetition(line, lines) ?? misfit(line, row)
    if (row && !reason) matched.push({ ...line, row })
    else rejected.push({ line: line.line, reason: reason ?? '' })
  }
  return { matched, rejected }
}

/** Whoever is both paid and not paid is neither. */
function contradiction(line: BankLine, lines: readonly BankLine[]): string | null {
  const other = lines.find(({ id, result }) => id === line.id && result !== line.result)
  return other ? `和第 ${other.line} 行的编号相同，结果却不同` : null
}

function repetition(line: BankLine, lines: readonly BankLine[]): string | null {
  const earlier = lines.find(({ id }) => id === line.id)
  return earlier && earlier.line < line.line ? `和第 ${earlier.line} 行重复` : null
}

const SETTLED: Record<Exclude<PayoutResult, 'open'>, string> = {
  paid: '已经登记过：已到账',
  failed: '已经登记过：没有退成',
  released: '已经退出这一批',
}

function misfit({ amountFen }: BankLine, row: PayoutRow | undefined): string | null {
  if (!row) return '这一批里没有这个编号'
  if (row.result !== 'open') return SETTLED[row.result]
  if (amountFen === null || amountFen === row.amountFen) return null
  return `金额 ${formatYuan(amountFen)} 元，批次里是 ${formatYuan(row.amountFen)} 元`
}
