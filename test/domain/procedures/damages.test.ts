import fc from 'fast-check'
import { partsOf, shareEqually } from '../../../domain/procedures/damages'

test('ten yuan among three is 3.34, 3.33 and 3.33', () => {
  expect(shareEqually(1_000, 3)).toEqual([334, 333, 333])
})

test('the parts add up to the whole and differ by one fen at most', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 12 }), (fen, among) => {
      const parts = shareEqually(fen, among)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(fen)
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a damage is one’s own, or shared, or somebody else’s', () => {
  const damages = [
    { thing: '桌', priceFen: 5_000, ids: ['a'] },
    { thing: '门锁', priceFen: 1_000, ids: ['c', 'b', 'a'] },
  ]
  expect(partsOf('a', damages)).toEqual([
    { thing: '桌', priceFen: 5_000, owedFen: 5_000, sharedBy: 1 },
    { thing: '门锁', priceFen: 1_000, owedFen: 334, sharedBy: 3 },
  ])
  expect(partsOf('b', damages)).toEqual([
    { thing: '门锁', priceFen: 1_000, owedFen: 333, sharedBy: 3 },
  ])
  expect(partsOf('d', damages)).toEqual([])
})
