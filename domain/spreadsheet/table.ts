import { ClearanceError } from '../errors'
import { textOf, type Cell } from './cells'

/** A column that a table is read by. */
export interface Column {
  /** What it is called in the sheets of those who send them; the first name is the usual one. */
  names: readonly string[]
  /** Whether a table without it can be read all the same. */
  optional?: boolean
  /** What its absence means, a sentence; where whoever brings the sheet has to know. */
  without?: string
  /** Whether a text in it says that a row is one of the table's, whatever else stands there. */
  marks?: (text: string) => boolean
}

/** One row below the header. */
export interface TableRow<Name extends string> {
  /** Where it stands in the sheet, counted from 1. */
  line: number
  /** Its cell in a column; of several columns that mean the same, the first that says something. */
  cell: (name: Name) => Cell
  /** That cell's text. */
  text: (name: Name) => string
}

/** Titles and notes above the table are fewer than this. */
const TITLE_ROWS_MOST = 30

type Places<Name extends string> = Record<Name, number[]>

/**
 * Finds a table in a sheet as people make them: the columns by their names, wherever they stand and in
 * whatever order; titles above, totals, signatures and empty rows are left out.
 * @throws ClearanceError `INVALID` naming the columns that are missing, or when there is no row
 */
export function readTable<Name extends string>(
  cells: readonly (readonly Cell[])[],
  columns: Record<Name, Column>,
): TableRow<Name>[] {
  const { names, required, head, found } = headIn(cells, columns)
  const rows = cells.slice(head + 1).flatMap((cellsOfRow, index) => {
    const row = toRow(cellsOfRow, head + index + 2, found)
    const isMarked = names.some((name) => columns[name].marks?.(row.text(name)))
    return isMarked || !isBeside(cellsOfRow, required.map(row.text)) ? [row] : []
  })
  if (rows.length === 0) throw invalid('表里一行数据都没有，请核对后再导入。')
  return rows
}

/**
 * The optional columns that a sheet does not have.
 * @throws ClearanceError `INVALID` when it lacks one that is not optional
 */
export function absentColumns<Name extends string>(
  cells: readonly (readonly Cell[])[],
  columns: Record<Name, Column>,
): Name[] {
  const { names, found } = headIn(cells, columns)
  return names.filter((name) => found[name].length === 0)
}

/** What stands above the header: titles and notes. @throws ClearanceError `INVALID` without a header */
export function titlesOf(
  cells: readonly (readonly Cell[])[],
  columns: Record<string, Column>,
): readonly (readonly Cell[])[] {
  return cells.slice(0, headIn(cells, columns).head)
}

/** The header of a sheet: where it stands, and where its columns do. */
function headIn<Name extends string>(
  cells: readonly (readonly Cell[])[],
  columns: Record<Name, Column>,
) {
  const names = Object.keys(columns) as Name[]
  const required = names.filter((name) => !columns[name].optional)
  const places = cells.slice(0, TITLE_ROWS_MOST).map((row) => placesOf(row, columns))
  const head = places.findIndex((each) => required.every((name) => each[name].length > 0))
  const found = places[head]
  if (!found) throw invalid(missingSentence(required, columns, places))
  return { names, required, head, found }
}

function toRow<Name extends string>(
  row: readonly Cell[],
  line: number,
  places: Places<Name>,
): TableRow<Name> {
  const cell = (name: Name) => cellAt(row, places[name])
  return { line, cell, text: (name) => textOf(cell(name)) }
}

function placesOf<Name extends string>(
  row: readonly Cell[],
  columns: Record<Name, Column>,
): Places<Name> {
  const heads = row.map(headOf)
  const find = ({ names }: Column) =>
    names.flatMap((name) => heads.flatMap((head, at) => (head === name ? [at] : [])))
  const entries = Object.entries<Column>(columns).map(([name, column]) => [name, find(column)])
  return Object.fromEntries(entries) as Places<Name>
}

/** `金额（元）` and ` *金 额` are 金额. */
function headOf(cell: Cell): string {
  return textOf(cell)
    .replace(/\(.*?\)/g, '')
    .replace(/[\s*:：]/g, '')
}

/** The first of several cells that says something. */
function cellAt(row: readonly Cell[], places: readonly number[]): Cell {
  const telling = places.find((at) => textOf(row[at]) !== '')
  return row[telling ?? -1] ?? null
}

const TOTAL = /合计|总计|小计|总笔数|总人数|汇总/

/** An empty row, a signature below the table, or a total: it says nothing where it would have to. */
function isBeside(row: readonly Cell[], texts: readonly string[]): boolean {
  if (texts.every((text) => text === '')) return true
  const first = row.map(textOf).find((text) => text !== '') ?? ''
  return TOTAL.test(first) && texts.some((text) => text === '' || TOTAL.test(text))
}

/** Names what is missing from the row that looks most like the header. */
function missingSentence<Name extends string>(
  required: readonly Name[],
  columns: Record<Name, Column>,
  places: readonly Places<Name>[],
): string {
  const missingFrom = (found: Places<Name>) => required.filter((name) => found[name].length === 0)
  const missing = places
    .map(missingFrom)
    .reduce((best, each) => (each.length < best.length ? each : best), [...required])
  const quoted = missing.map((name) => `「${columns[name].names[0] ?? ''}」`)
  const last = quoted.pop() ?? ''
  const names = quoted.length > 0 ? `${quoted.join('、')}和${last}` : last
  const count = ['这一列', '这两列', '这三列'][quoted.length] ?? '这几列'
  return `表里没有找到${names}${count}，请核对表头后再导入。`
}

function invalid(message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message })
}
