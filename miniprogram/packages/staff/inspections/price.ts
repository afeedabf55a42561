import { readYuan, type Amount } from '../../../services/yuan'

const MOST_FEN = 2_000_000

/** The price of a damage as it was typed in yuan. */
export function readPrice(typed: string): Amount {
  const price = readYuan(typed, '赔偿金额')
  if ('fen' in price && price.fen > MOST_FEN) {
    return { wrong: '赔偿金额不会超过 20,000 元，请核对' }
  }
  return price
}
