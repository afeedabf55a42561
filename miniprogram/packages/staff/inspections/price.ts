/** An amount as it was typed: integer fen, or what is wrong with it. */
export type Price = { fen: number } | { wrong: string }

const MOST_FEN = 2_000_000

/**
 * Reads yuan as a person types them: `120`, `35.5`, `1,200.00 元`, with digits of either width.
 * The text is cut at the point and never becomes a fraction, so that no fen gets lost.
 */
export function readPrice(typed: string): Price {
  const text = toHalfWidth(typed)
    .replace(/[\s,¥]/g, '')
    .replace(/元$/, '')
  if (text === '') return { wrong: '请填写赔偿金额' }
  const [, yuan, fraction = ''] = /^(\d{1,9})(?:\.(\d*))?$/.exec(text) ?? []
  if (yuan === undefined) return { wrong: '赔偿金额只写数字，例如 120 或 35.50' }
  if (fraction.length > 2) return { wrong: '赔偿金额精确到分，小数点后最多两位' }
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
  if (fen === 0) return { wrong: '赔偿金额要大于 0' }
  if (fen > MOST_FEN) return { wrong: '赔偿金额不会超过 20,000 元，请核对' }
  return { fen }
}

/** Chinese keyboards type `１２０．５０` and `，` just as easily. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/，/g, ',')
    .replace(/￥/g, '¥')
}
