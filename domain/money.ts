/**
 * Money is an integer number of fen everywhere; it becomes yuan only as text.
 * @param fen integer, may be negative
 * @returns yuan with two decimals and grouped thousands: `120000` → `1,200.00`
 */
export function formatYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = formatCount(Number(digits.slice(0, -2)))
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

/** Adds up amounts in fen. */
export function sumFen(amounts: readonly number[]): number {
  return amounts.reduce((sum, fen) => sum + fen, 0)
}

/** `3006` → `3,006` */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
