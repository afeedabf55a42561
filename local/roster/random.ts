import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded chance: the same seed gives the same roster on every machine. */
export interface Random {
  /** An integer from 0 below `limit`. */
  below(limit: number): number
  pick<Value>(values: readonly Value[]): Value
  chance(probability: number): boolean
}

export function seededRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const below = (limit: number): number => uniformInt(generator, 0, limit - 1)
  return {
    below,
    pick(values) {
      const value = values[below(values.length)]
      if (value === undefined) throw new RangeError('nothing to pick from')
      return value
    },
    chance: (probability) => below(10_000) < probability * 10_000,
  }
}
