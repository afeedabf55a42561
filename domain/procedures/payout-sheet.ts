import { sumFen } from '../money'
import type { Cell } from '../spreadsheet/cells'

/** One line of the sheet for the bank, with the full account number. */
export interface SheetLine {
  /** The request's number, by which the bank answers. */
  id: string
  name: string
  studentNo: string
  holder: string
  bank: string
  cardNumber: string
  /** Integer fen. */
  amountFen: number
}

export const SHEET_HEADER = [
  '编号',
  '姓名',
  '学号',
  '开户名',
  '开户银行',
  '银行卡号',
  '金额(元)',
] as const

/**
 * The sheet that the bank pays by: a header, a row a person, and the total. Account numbers and student
 * numbers are texts: a spreadsheet keeps 15 digits of a number. Amounts are numbers in yuan.
 * @throws Error when the written amounts do not come to the sum of the fen, which is a bug
 */
export function toSheet(lines: readonly SheetLine[]): Cell[][] {
  const rows = lines.map((line): Cell[] => [
    ...[line.id, line.name, line.studentNo, line.holder, line.bank, line.cardNumber],
    line.amountFen / 100,
  ])
  const totalFen = sumFen(lines.map(({ amountFen }) => amountFen))
  const written = sumFen(rows.map((row) => Math.round(Number(row[row.length - 1]) * 100)))
  if (written !== totalFen) throw new Error('the sheet does not come to the sum of its rows')
  const total: Cell[] = ['合计', `${lines.length} 人`, null, null, null, null, totalFen / 100]
  return [[...SHEET_HEADER], ...rows, total]
}
