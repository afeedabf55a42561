/** A sheet that is wider or longer is no table that people have made. */
const COLUMNS_MOST = 500
/** Its reader holds every cell up to the last row and column in memory, also the empty ones. */
const CELLS_MOST = 4_000_000

/** A cell so far out that the sheet would be larger than any table of people. */
export class FarCell extends Error {
  constructor(readonly address: string) {
    super(`a cell at ${address}`)
    this.name = 'FarCell'
  }
}

/** XML in which a cell or row is no tag that a spreadsheet program writes. */
export class BrokenSheet extends Error {
  constructor() {
    super('a broken sheet')
    this.name = 'BrokenSheet'
  }
}

const TAG = /<((?:[\w.-]+:)?(row|c))(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*>)?/g

/**
 * The XML of a sheet with an address at every row and cell (they may be left out: then each follows the
 * one before), without the empty cells that formats leave far out, and with error values as texts.
 * @throws FarCell before anybody makes room for it; BrokenSheet
 */
export function tidySheet(xml: string): string {
  let [row, column, rowsMost, columnsMost] = [0, 0, 1, 1]
  return xml.replace(TAG, (_, tag: string, kind: string, rest: string | undefined) => {
    if (rest === undefined) throw new BrokenSheet()
    const isEmpty = rest.endsWith('/>')
    const given = attributeOf(rest, 'r')
    if (kind === 'row') {
      row = given === '' ? row + 1 : numberIn(given, /^(\d{1,7})$/)
      column = 0
      return isEmpty ? '' : `<${tag} r="${row}">`
    }
    if (given !== '') row = numberIn(given, /^[A-Z]{1,3}(\d{1,7})$/)
    column = given === '' ? column + 1 : columnOf(given)
    if (isEmpty) return ''
    const address = `${lettersOf(column)}${row}`
    rowsMost = Math.max(rowsMost, row)
    columnsMost = Math.max(columnsMost, column)
    if (column > COLUMNS_MOST || rowsMost * columnsMost > CELLS_MOST) throw new FarCell(address)
    return `<${tag} r="${address}"${styleOf(rest)}${typeOf(rest)}>`
  })
}

const valueOf = (name: string) => new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
const ATTRIBUTES = { r: valueOf('r'), s: valueOf('s'), t: valueOf('t') }

/** Empty for an attribute that is not there. */
function attributeOf(rest: string, name: keyof typeof ATTRIBUTES): string {
  const [, double, single] = ATTRIBUTES[name].exec(rest) ?? []
  return double ?? single ?? ''
}

function numberIn(text: string, pattern: RegExp): number {
  const number = Number(pattern.exec(text)?.[1])
  if (number > 0) return number
  throw new BrokenSheet()
}

/** The number of a column, from 1: `AB12` → 28. */
function columnOf(address: string): number {
  const letters = address.replace(/\d+$/, '')
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
}

function lettersOf(column: number): string {
  if (column === 0) return ''
  const last = (column - 1) % 26
  return lettersOf((column - 1 - last) / 26) + String.fromCharCode(65 + last)
}

function styleOf(rest: string): string {
  const style = attributeOf(rest, 's')
  return /^\d{1,6}$/.test(style) ? ` s="${style}"` : ''
}

/** `#N/A` is what the cell says, and a reason to show for a row that cannot be read. */
function typeOf(rest: string): string {
  const type = attributeOf(rest, 't')
  if (!/^[A-Za-z]{1,20}$/.test(type)) return ''
  return ` t="${type === 'e' ? 'str' : type}"`
}
