import { fenOf, numberOf, textOf, type Cell } from '../spreadsheet/cells'
import { readTable, type TableRow } from '../spreadsheet/table'

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

/** What the bank's columns are called. */
const COLUMNS = {
  id: { names: ['编号', '业务编号', '申请编号', '客户业务编号', '业务号', '业务参考号'] },
  result: {
    names: ['结果', '处理结果', '交易结果', '付款结果', '状态', '处理状态', '交易状态', '付款状态'],
  },
  note: {
    names: ['原因', '失败原因', '退回原因', '错误原因', '错误信息', '备注', '附言', '说明'],
    optional: true,
  },
  amount: {
    names: ['金额', '交易金额', '付款金额', '转账金额', '实发金额', '发生额'],
    optional: true,
  },
} as const

/**
 * Reads the bank's result rows.
 * @throws ClearanceError `INVALID` as `readTable` does
 */
export function readResults(cells: readonly (readonly Cell[])[]): {
  lines: BankLine[]
  rejected: Rejected[]
} {
  const lines: BankLine[] = []
  const rejected: Rejected[] = []
  for (const row of readTable(cells, COLUMNS)) {
    const { line } = row
    const read = readLine(row)
    if ('reason' in read) rejected.push({ line, ...read })
    else lines.push({ line, ...read })
  }
  return { lines, rejected }
}

function readLine({
  cell,
  text,
}: TableRow<keyof typeof COLUMNS>): Omit<BankLine, 'line'> | { reason: string } {
  const id = numberOf(cell('id'))
  if (id === '') return { reason: '没有编号' }
  const says = text('result')
  const result = meaningOf(says)
  if (!result) return { reason: says === '' ? '没有结果' : `看不懂结果「${says.slice(0, 20)}」` }
  const money = cell('amount')
  const amountFen = textOf(money) === '' ? null : fenOf(money)
  if (amountFen === null && textOf(money) !== '') {
    return { reason: `看不懂金额「${textOf(money).slice(0, 20)}」` }
  }
  return { id, result, note: text('note'), amountFen }
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
