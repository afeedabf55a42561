import { ClearanceError } from '../errors'
import { fenOf, numberOf, textOf } from './payout-cells'
import type { Cell } from './payout-sheet'

/** What the bank says of one payment. */
export interface BankLine {
  /** Where it stands in the sheet, counted from 1. */
  line: number
  /** The request's number. */
  id: string
  result: 'paid' | 'failed'
  /** Why it failed; may be empty. */
  note: string
  /** Integer fen; null when the sheet does not say. */
  amountFen: number | null
}

export interface Rejected {
  line: number
  reason: string
}

/** What the bank's columns are called; the first name counts most. */
const NAMES = {
  id: ['编号', '业务编号', '申请编号', '客户业务编号', '业务号', '业务参考号'],
  result: ['结果', '处理结果', '交易结果', '付款结果', '状态', '处理状态', '交易状态', '付款状态'],
  note: ['原因', '失败原因', '退回原因', '错误原因', '错误信息', '备注', '附言', '说明'],
  amount: ['金额', '交易金额', '付款金额', '转账金额', '实发金额', '发生额'],
} as const

type Column = keyof typeof NAMES
type Columns = Record<Column, number[]>

/** Titles and notes above the table are fewer than this. */
const TITLE_ROWS_MOST = 30

/**
 * Reads the bank's result rows. Its columns are found by their names, wherever they stand; titles above
 * and totals below are left out.
 * @throws ClearanceError `INVALID` when there is no such table, or nothing in it
 */
export function readResults(cells: readonly (readonly Cell[])[]): {
  lines: BankLine[]
  rejected: Rejected[]
} {
  const head = cells.slice(0, TITLE_ROWS_MOST).findIndex((row) => columnsOf(row))
  const columns = columnsOf(cells[head] ?? [])
  if (!columns) throw invalid('表里没有找到「编号」和「结果」这两列，请选银行返回的结果表。')
  const lines: BankLine[] = []
  const rejected: Rejected[] = []
  cells.slice(head + 1).forEach((row, index) => {
    if (isBeside(row, columns)) return
    const line = head + index + 2
    const read = readLine(row, columns)
    if ('reason' in read) rejected.push({ line, ...read })
    else lines.push({ line, ...read })
  })
  if (lines.length + rejected.length === 0) throw invalid('表里一行结果都没有，请核对后再导入。')
  return { lines, rejected }
}

/** Where the columns stand, when a row is the header; those that mean the same, the best first. */
function columnsOf(row: readonly Cell[]): Columns | null {
  const heads = row.map(headOf)
  const find = (column: Column): number[] =>
    NAMES[column].flatMap((name) => heads.flatMap((head, at) => (head === name ? [at] : [])))
  const columns = {
    id: find('id'),
    result: find('result'),
    note: find('note'),
    amount: find('amount'),
  }
  return columns.id.length > 0 && columns.result.length > 0 ? columns : null
}

/** `金额（元）` and ` *金 额` are 金额. */
function headOf(cell: Cell): string {
  return textOf(cell)
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:：]/g, '')
}

/** An empty row, a total or somebody's signature under the table: no number and no result. */
function isBeside(row: readonly Cell[], columns: Columns): boolean {
  const id = first(row, columns.id)
  return first(row, columns.result) === '' && (id === '' || /合计|总计|小计|总笔数|汇总/.test(id))
}

function readLine(
  row: readonly Cell[],
  columns: Columns,
): Omit<BankLine, 'line'> | { reason: string } {
  const id = numberOf(row[columns.id[0] ?? -1])
  if (id === '') return { reason: '没有编号' }
  const says = first(row, columns.result)
  const result = meaningOf(says)
  if (!result) return { reason: says === '' ? '没有结果' : `看不懂结果「${says.slice(0, 20)}」` }
  const money = row[columns.amount[0] ?? -1]
  const amountFen = textOf(money) === '' ? null : fenOf(money)
  if (amountFen === null && textOf(money) !== '') {
    return { reason: `看不懂金额「${textOf(money).slice(0, 20)}」` }
  }
  return { id, result, note: first(row, columns.note), amountFen }
}

/** The first of several columns that says something. */
function first(row: readonly Cell[], columns: readonly number[]): string {
  return columns.map((at) => textOf(row[at])).find((text) => text !== '') ?? ''
}

const UNDECIDED = /^待|中$|部分|未知|可疑|超时|[未没](处理|付|支付|提交)/
const FAILED = /失败|[不未没非]有?(成功|到账|入账|完成)|退票|退汇|退回|拒绝|驳回|作废|撤销|无效/
const PAID = /成功|到账|入账|已付|已支付|付讫|完成/

/** What a word of the bank means; null for one that decides nothing, which then changes nothing. */
function meaningOf(says: string): BankLine['result'] | null {
  const word = says.replace(/\s/g, '')
  if (/^(S|SUCCESS|OK|Y)$/i.test(word)) return 'paid'
  if (/^(F|FAIL|FAILED|FAILURE|N)$/i.test(word)) return 'failed'
  if (UNDECIDED.test(word)) return null
  if (FAILED.test(word)) return 'failed'
  return PAID.test(word) ? 'paid' : null
}

function invalid(message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message })
}
