/**
 * Shares an amount equally, to the fen: the parts differ by one fen at most and add up to the whole.
 * The first ones carry the odd fen.
 * @param fen integer, not negative
 * @param among how many, at least 1
 */
export function shareEqually(fen: number, among: number): number[] {
  const base = Math.floor(fen / among)
  const odd = fen - base * among
  return Array.from({ length: among }, (_, index) => base + (index < odd ? 1 : 0))
}

/** A damage of a room, and who answers for it. */
export interface RoomDamage {
  thing: string
  /** Integer fen. */
  priceFen: number
  /** The requests of those who share it. */
  ids: string[]
}

export interface DamagePart {
  thing: string
  priceFen: number
  owedFen: number
  sharedBy: number
}

/** What one of them answers for; the parts of all add up to the prices. */
export function partsOf(id: string, damages: readonly RoomDamage[]): DamagePart[] {
  return damages.flatMap(({ thing, priceFen, ids }) => {
    const sharers = [...ids].sort()
    const place = sharers.indexOf(id)
    if (place < 0) return []
    const owedFen = shareEqually(priceFen, sharers.length)[place] ?? 0
    return [{ thing, priceFen, owedFen, sharedBy: sharers.length }]
  })
}
