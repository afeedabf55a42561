import { InvalidInputError, InvalidSpreadsheetError, readSheet } from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/node'
import type { Cell } from '../../../domain/spreadsheet/cells'

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

/** The first sheet of an xlsx; null when the file is none or is broken. */
export async function readXlsx(content: Buffer): Promise<Cell[][] | null> {
  try {
    return (await readSheet(new Blob([new Uint8Array(content)]))) as unknown as Cell[][]
  } catch (error) {
    const isBroken = error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError
    if (isBroken) return null
    throw error
  }
}
