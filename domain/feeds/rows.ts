import { isDay } from '../calendar'
import { signedFenOf, textOf, type Cell } from '../spreadsheet/cells'
import { absentColumns, readTable } from '../spreadsheet/table'
import type { Cells, Source } from './sources/table'

/** Something that says one thing of one student, and where it stands. */
export interface Row {
  /** Line of the sheet, or number of the record; from 1. */
  line: number
  cells: Cells
  /** Of a sheet: the cell of the student number is empty, as below the first of merged ones. */
  lacksNumber?: boolean
}

/**
 * The rows of a sheet.
 * @throws ClearanceError `INVALID` naming the columns that are missing, or when there is no row
 */
export function rowsOfSheet(source: Source, sheet: readonly (readonly Cell[])[]): Row[] {
  return readTable(sheet, source.columns).map(({ line, cell, text }) => ({
    line,
    cells: { text, fen: (key) => signedFenOf(cell(key)), day: (key) => dayFrom(cell(key)) },
    lacksNumber: text('studentNo') === '',
  }))
}

/** What follows from the columns that a sheet does not have, for whoever decides; whole sentences. */
export function warningsOf(source: Source, sheet: readonly (readonly Cell[])[]): string[] {
  return absentColumns(sheet, source.columns).flatMap((key) => {
    const { names, without } = source.columns[key] ?? { names: [] }
    return without === undefined ? [] : `表里没有「${names[0] ?? ''}」这一列：${without}`
  })
}

/** The records that a system sends: texts, or numbers where it has numbers; money in integer fen. */
export function rowsOfRecords(records: readonly Record<string, unknown>[]): Row[] {
  return records.map((record, index) => ({ line: index + 1, cells: cellsOf(record) }))
}

function cellsOf(record: Record<string, unknown>): Cells {
  const cell = (key: string): Cell => {
    const value = record[key]
    return ['string', 'number', 'boolean'].includes(typeof value) ? (value as Cell) : null
  }
  return {
    text: (key) => textOf(cell(key)),
    fen(key) {
      const fen = cell(key)
      return Number.isSafeInteger(fen) ? Number(fen) : null
    },
    day: (key) => dayFrom(cell(key)),
  }
}

/** `2022-06-09`, `2022/6/9`, `2022年6月9日`, `20220609`, with or without a time; or a date of a sheet. */
function dayFrom(cell: Cell): string | null {
  // A date of a spreadsheet has no zone; it is read as if it were UTC.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : isoDay(cell)
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(textOf(cell)) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
