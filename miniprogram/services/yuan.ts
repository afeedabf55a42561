/** An amount as it was typed: integer fen, or what is wrong with it. */
export type Amount = { fen: number } | { wrong: string }

/**
 * Reads yuan as a person types them: `120`, `35.5`, `1,200.00 元`, with digits of either width.
 * The text is cut at the point and never becomes a fraction, so that no fen gets lost.
 * @param label what it is, for the sentence of what is wrong: 赔偿金额
 */
export function readYuan(typed: string, label: string): Amount {
  const text = toHalfWidth(typed)
    .replace(/[\s,¥]/g, '')
    .replace(/元$/, '')
  if (text === '') return { wrong: `请填写${label}` }
  const [, yuan, fraction = ''] = /^(\d{1,9})(?:\.(\d*))?$/.exec(text) ?? []
  if (yuan === undefined) return { wrong: `${label}只写数字，例如 120 或 35.50` }
  if (fraction.length > 2) return { wrong: `${label}精确到分，小数点后最多两位` }
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'))
  return fen === 0 ? { wrong: `${label}要大于 0` } : { fen }
}

/** Chinese keyboards type `１２０．５０` and `，` just as easily. */
function toHalfWidth(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, '.')
    .replace(/，/g, ',')
    .replace(/￥/g, '¥')
}
