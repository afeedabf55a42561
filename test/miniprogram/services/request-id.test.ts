import { attemptFor, newRequestId, NO_ATTEMPT } from '../../../miniprogram/services/request-id'
import { stubWechat } from './wechat'

const SHAPE = /^[A-Za-z0-9_-]{24}$/

test('an id is 24 letters that need no escaping, from WeChat’s own random values', async () => {
  const lengths: number[] = []
  stubWechat({
    getRandomValues: ({ length }: { length: number }) => {
      lengths.push(length)
      return Promise.resolve({ randomValues: new Uint8Array(length).fill(255).buffer })
    },
  })
  expect(await newRequestId()).toBe('_'.repeat(24))
  expect(lengths).toEqual([24])
})

test('a WeChat without random values, or that fails to give them, makes ids too', async () => {
  stubWechat()
  expect(await newRequestId()).toMatch(SHAPE)
  jest.spyOn(console, 'warn').mockImplementation()
  stubWechat({ getRandomValues: () => Promise.reject(new Error('no')) })
  expect(await newRequestId()).toMatch(SHAPE)
})

test('ids do not repeat', async () => {
  stubWechat()
  const ids = await Promise.all(Array.from({ length: 1000 }, () => newRequestId()))
  expect(new Set(ids).size).toBe(1000)
})

test('the same input is the same attempt, another input another one', async () => {
  stubWechat()
  const first = await attemptFor('a', NO_ATTEMPT)
  expect(await attemptFor('a', first)).toBe(first)
  expect((await attemptFor('b', first)).requestId).not.toBe(first.requestId)
})
