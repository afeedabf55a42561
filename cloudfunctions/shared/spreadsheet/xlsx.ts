import { readSheet } from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/node'
import { ClearanceError } from '../../../domain/errors'
import type { Cell } from '../../../domain/spreadsheet/cells'
import { SwollenArchive, tidyArchive } from './archive'
import { FarCell } from './sheet-xml'

/** Wide enough for most texts; in characters. */
const WIDTH = 18
const MONEY = '#,##0.00'

/**
 * An xlsx of one sheet whose texts stay texts and whose numbers are money; its first row is bold.
 * @param widths of the columns, in characters
 */
export function writeXlsx(
  cells: readonly (readonly Cell[])[],
  widths: readonly number[] = (cells[0] ?? []).map(() => WIDTH),
): Promise<Buffer> {
  const rows = cells.map((row, index) => row.map((cell) => toCell(cell, index === 0)))
  const columns = widths.map((width) => ({ width }))
  return writeXlsxFile(rows, { columns, stickyRowsCount: 1 }).toBuffer()
}

function toCell(cell: Cell, isHeader: boolean) {
  if (cell === null) return null
  if (typeof cell === 'number') return { type: Number, value: cell, format: MONEY }
  return { type: String, value: String(cell), ...(isHeader && { fontWeight: 'bold' as const }) }
}

/**
 * The first sheet of an xlsx; null when the file is none or is broken, in whatever way.
 * @throws ClearanceError `INVALID` for one that is larger than its file lets one think
 */
export async function readXlsx(content: Buffer): Promise<Cell[][] | null> {
  try {
    const tidy = tidyArchive(content)
    return (await readSheet(tidy.buffer)) as unknown as Cell[][]
  } catch (error) {
    const message = error instanceof Error ? tooLarge(error) : null
    if (message !== null) throw new ClearanceError({ code: 'INVALID', message })
    return null
  }
}

function tooLarge(error: Error): string | null {
  if (error instanceof SwollenArchive) return '表格解开以后太大，请只留要导入的那一张表。'
  if (!(error instanceof FarCell)) return null
  return `表格里有内容在很远的 ${error.address} 格，请删掉表以外的内容再导入。`
}
