import { expectChange, LiveLook } from '../../../miniprogram/services/live'

const MINUTE = 60_000

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function opened(): { live: LiveLook; looks: () => number } {
  let looks = 0
  const live = new LiveLook(() => {
    looks++
    return Promise.resolve()
  })
  live.start()
  return { live, looks: () => looks }
}

test('a page that has just been opened looks within five seconds, again and again', async () => {
  const { live, looks } = opened()
  await jest.advanceTimersByTimeAsync(5_000)
  expect(looks()).toBe(1)
  await jest.advanceTimersByTimeAsync(15_000)
  expect(looks()).toBe(5)
  live.stop()
})

test('an hour of a page that lies open costs 88 calls, so a thousand of them cost 88,000', async () => {
  const { live, looks } = opened()
  await jest.advanceTimersByTimeAsync(60 * MINUTE)
  expect(looks()).toBe(88)
  live.stop()
})

test('after the student has done something it looks often again, however long the wait was', async () => {
  const { live, looks } = opened()
  await jest.advanceTimersByTimeAsync(10 * MINUTE + 1_000)
  const before = looks()
  expectChange()
  await jest.advanceTimersByTimeAsync(5_000)
  expect(looks()).toBe(before + 1)
  live.stop()
})

test('a hidden page asks nothing, and on coming back it looks again', async () => {
  const { live, looks } = opened()
  live.stop()
  await jest.advanceTimersByTimeAsync(10 * MINUTE)
  expect(looks()).toBe(0)
  live.start()
  await jest.advanceTimersByTimeAsync(5_000)
  expect(looks()).toBe(1)
  live.stop()
})

test('a look that takes long is not doubled, and one under way at the end is the last', async () => {
  let finish = (): void => undefined
  let looks = 0
  const live = new LiveLook(() => {
    looks++
    return new Promise((resolve) => (finish = resolve))
  })
  live.start()
  await jest.advanceTimersByTimeAsync(MINUTE)
  expect(looks).toBe(1)
  live.stop()
  finish()
  await jest.advanceTimersByTimeAsync(MINUTE)
  expect(looks).toBe(1)
})
