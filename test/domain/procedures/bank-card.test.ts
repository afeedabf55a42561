import fc from 'fast-check'
import {
  groupDigits,
  hasValidCheckDigit,
  recogniseCard,
} from '../../../domain/procedures/forms/bank-card'
import bins from '../../../domain/procedures/forms/card-bins.json'

test.each([
  ['6228480402564890018', { bank: '中国农业银行', credit: false }],
  ['621700', { bank: '中国建设银行', credit: false }],
  ['6225751234', { bank: '招商银行', credit: true }],
  ['62284', null],
  ['9999990000000000', null],
])('%s is recognised as %j', (number, kind) => {
  expect(recogniseCard(number)).toEqual(kind)
})

test('no card is both debit and credit, and every prefix is six digits', () => {
  const debit = Object.values(bins.debit).flatMap((list) => list.split(' '))
  const credit = Object.values(bins.credit).flatMap((list) => list.split(' '))
  expect(debit.filter((bin) => credit.includes(bin))).toEqual([])
  expect([...debit, ...credit].filter((bin) => !/^\d{6}$/.test(bin))).toEqual([])
})

test('the check digit of a known number fits, and no other digit in its place does', () => {
  // The worked example of ISO/IEC 7812-1, annex B.
  const known = '4992739871'
  const fitting = Array.from({ length: 10 }, (_, digit) => `${known}${digit}`).filter(
    hasValidCheckDigit,
  )
  expect(fitting).toEqual(['49927398716'])
})

test('one wrong digit never passes', () => {
  fc.assert(
    fc.property(fc.nat(18), fc.integer({ min: 1, max: 9 }), (place, difference) => {
      const digits = Array.from('6228480402564890018')
      digits[place] = String((Number(digits[place]) + difference) % 10)
      return !hasValidCheckDigit(digits.join(''))
    }),
  )
})

test('digits are grouped as on the card, and nothing else changes', () => {
  expect(groupDigits('6228480402564890018')).toBe('6228 4804 0256 4890 018')
  expect(groupDigits('6228')).toBe('6228')
  expect(groupDigits('')).toBe('')
})
