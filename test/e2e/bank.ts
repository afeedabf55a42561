import { readXlsx, writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import { SHEET_HEADER } from '../../domain/procedures/payout-sheet'
import type { Cell } from '../../domain/spreadsheet/cells'

/** Why the bank cannot pay somebody, by their name. */
type Failures = Record<string, string>

/** The bank, which pays by the sheet that finance sends it. */
export class Bank {
  private constructor(private readonly cells: Cell[][]) {}

  /** Downloads the sheet as the bank's clerk does. @throws Error when the link leads to none */
  static async receives(link: string): Promise<Bank> {
    const content = await (await fetch(link)).arrayBuffer()
    const cells = await readXlsx(Buffer.from(content))
    if (!cells) throw new Error('链接打开的不是表格')
    return new Bank(cells)
  }

  /** What the sheet says of one person: account and amount in yuan. */
  rowOf(name: string): Record<string, Cell> {
    const row = this.cells.find((cells) => cells[1] === name) ?? []
    return Object.fromEntries(SHEET_HEADER.map((column, at) => [column, row[at] ?? null]))
  }

  /** Its answer: the same sheet with two more columns. */
  async answers(failures: Failures): Promise<Uint8Array> {
    const [header = [], ...rows] = this.cells
    const answered = rows.map((row): Cell[] => {
      const failure = failures[String(row[1])]
      if (row[0] === '合计') return row
      return [...row, ...(failure ? ['失败', failure] : ['成功', null])]
    })
    return writeXlsx([[...header, '结果', '原因'], ...answered])
  }
}
