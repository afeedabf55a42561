import { keptFor } from '../../../cloudfunctions/shared/kept'

const MINUTE_MS = 60_000

let asked = 0
let fails = false
const ask = async () => {
  asked += 1
  if (fails) throw new Error('no answer')
  return asked
}

beforeEach(() => {
  jest.useFakeTimers()
  asked = 0
  fails = false
})
afterEach(() => jest.useRealTimers())

test('those who ask at the same time, or soon after, share one asking', async () => {
  const kept = keptFor(MINUTE_MS, ask)
  expect(await Promise.all([kept(), kept(), kept()])).toEqual([1, 1, 1])
  jest.advanceTimersByTime(MINUTE_MS)
  expect(await kept()).toBe(1)
  jest.advanceTimersByTime(1)
  expect(await kept()).toBe(2)
})

test('what failed is asked again by the next', async () => {
  const kept = keptFor(MINUTE_MS, ask)
  fails = true
  await expect(kept()).rejects.toThrow('no answer')
  fails = false
  expect(await kept()).toBe(2)
})
