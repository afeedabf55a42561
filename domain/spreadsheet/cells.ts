/** What stands in a cell of a spreadsheet, whoever wrote it. */
export type Cell = string | number | boolean | Date | null

/**
 * What a cell says, as a person reads it: full-width digits and letters as usual ones (NFKC), no
 * invisible characters, and without the `="…"` by which banks keep a number from being rounded.
 */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  const text = String(cell)
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
  return /^="(.*)"$/.exec(text)?.[1]?.trim() ?? text
}

/** A reference number however it was typed: `tf220610—7k3m9q` → `TF220610-7K3M9Q`. */
export function numberOf(cell: Cell | undefined): string {
  return textOf(cell)
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[‐‑‒–—―−－]+/g, '-')
}

/**
 * An amount of money in yuan: `1,234.50`, `￥1234.5`, `１２３４.５０元`, `1234.5`.
 * @returns integer fen, or null for what is no amount to the fen
 */
export function fenOf(cell: Cell | undefined): number | null {
  const text = textOf(typeof cell === 'number' ? roundOff(cell) : cell)
    .replace(/\s/g, '')
    .replace(/^(CNY|RMB|[¥￥])/i, '')
    .replace(/元$/, '')
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)
  const [, yuan, decimals = ''] =
    /^(\d+)(?:\.(\d*))?$/.exec(isGrouped ? text.replace(/,/g, '') : text) ?? []
  if (yuan === undefined || !/^\d{0,2}0*$/.test(decimals)) return null
  const fen = Number(yuan) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'))
  return Number.isSafeInteger(fen) ? fen : null
}

/** The same, also of what is less than nothing: `-1,200.00`, `(1,200.00)` as bookkeepers write it. */
export function signedFenOf(cell: Cell | undefined): number | null {
  const text = textOf(typeof cell === 'number' ? roundOff(cell) : cell)
  const [, minus, brackets] = /^(?:[-−–](.+)|\((.+)\))$/.exec(text) ?? []
  const amount = minus ?? brackets
  if (amount === undefined) return fenOf(cell)
  const fen = fenOf(amount)
  return fen === null ? null : 0 - fen
}

/** 10.1 kept as 10.100000000000001 is 10.1. */
function roundOff(yuan: number): string {
  return String(Number(yuan.toPrecision(15)))
}
