import fc from 'fast-check'
import { formatYuan } from '../../../../domain/money'
import { readPrice } from '../../../../miniprogram/packages/staff/inspections/price'

test.each([
  ['120', 12_000],
  ['35.5', 3_550],
  ['35.', 3_500],
  ['0.01', 1],
  ['1,200.00', 120_000],
  [' 12 元', 1_200],
  ['￥１２０．５０', 12_050],
  ['20000', 2_000_000],
])('%s yuan are %i fen', (typed, fen) => {
  expect(readPrice(typed)).toEqual({ fen })
})

test.each([
  ['', '请填写赔偿金额'],
  ['  ', '请填写赔偿金额'],
  ['一百', '赔偿金额只写数字，例如 120 或 35.50'],
  ['12元5', '赔偿金额只写数字，例如 120 或 35.50'],
  ['-5', '赔偿金额只写数字，例如 120 或 35.50'],
  ['1.2.3', '赔偿金额只写数字，例如 120 或 35.50'],
  ['35.505', '赔偿金额精确到分，小数点后最多两位'],
  ['0.00', '赔偿金额要大于 0'],
  ['20000.01', '赔偿金额不会超过 20,000 元，请核对'],
])('%p is refused with a sentence', (typed, wrong) => {
  expect(readPrice(typed)).toEqual({ wrong })
})

test('every amount that can be shown is read back to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_000_000 }), (fen) => {
      expect(readPrice(formatYuan(fen))).toEqual({ fen })
    }),
  )
})
