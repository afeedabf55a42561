import fc from 'fast-check'
import { formatYuan } from '../../domain/money'

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [8640, '86.40'],
  [120000, '1,200.00'],
  [123456789, '1,234,567.89'],
  [-1, '-0.01'],
])('%i fen reads %s yuan', (fen, text) => {
  expect(formatYuan(fen)).toBe(text)
})

test('no fen is lost in the text of any amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
      const digits = formatYuan(fen).replace(/[,.]/g, '')
      expect(Number(digits)).toBe(fen)
    }),
  )
})
