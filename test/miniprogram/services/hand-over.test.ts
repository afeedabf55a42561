import { handedOver, handOver } from '../../../miniprogram/services/hand-over'

test('a page finds out whom it is about without a number in its URL', () => {
  const token = handOver('1907010216')
  expect(token).not.toContain('1907010216')
  expect(handedOver(token)).toBe('1907010216')
})

test('several pages can be about several students at once', () => {
  const [one, other] = [handOver('1907010216'), handOver('1907010217')]
  expect(handedOver(one)).toBe('1907010216')
  expect(handedOver(other)).toBe('1907010217')
  expect(handOver('1907010216')).toBe(one)
})

test('what nobody handed over is nobody', () => {
  expect(handedOver('99')).toBeNull()
  expect(handedOver(undefined)).toBeNull()
})
