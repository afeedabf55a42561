import fc from 'fast-check'
import { groupWhileTyping } from '../../../../miniprogram/packages/requests/components/refund-form/grouping'

/** `|` is the caret. */
function grouped(shown: string): string {
  const { value, cursor } = groupWhileTyping(shown.replace('|', ''), shown.indexOf('|'))
  return `${value.slice(0, cursor)}|${value.slice(cursor)}`
}

test.each([
  ['typing at the end', '1234|', '1234|'],
  ['the digit that begins a group', '12345|', '1234 5|'],
  ['inserting in the middle', '129|34 5678', '129|3 4567 8'],
  ['inserting before a gap', '1239|4 5678', '1239| 4567 8'],
  ['deleting in the middle', '12|4 5678 9', '12|45 6789'],
  ['deleting the first of a group', '1234 |678', '1234| 678'],
  ['deleting the gap itself', '1234|5678', '1234| 5678'],
  ['pasting with hyphens', '6228-4804|', '6228 4804|'],
  ['pasting into the middle', '1299998|34', '1299 998|3 4'],
  ['deleting everything', '|', '|'],
])('%s: %s → %s', (_, typed, shown) => {
  expect(grouped(typed)).toBe(shown)
})

test('where WeChat does not know the caret it goes to the end', () => {
  expect(groupWhileTyping('12345', -1)).toEqual({ value: '1234 5', cursor: 6 })
})

test('no digit is lost, and the caret stays behind the same digits', () => {
  const digits = fc.stringMatching(/^\d{0,19}$/)
  fc.assert(
    fc.property(digits, fc.nat(19), (number, place) => {
      const cursor = Math.min(place, number.length)
      const { value, cursor: after } = groupWhileTyping(number, cursor)
      expect(value.replace(/ /g, '')).toBe(number)
      expect(value.slice(0, after).replace(/ /g, '')).toBe(number.slice(0, cursor))
    }),
  )
})
