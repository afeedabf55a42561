import { askToBeTold } from '../../../miniprogram/services/subscription'
import { stubWechat } from './wechat'

test('WeChat is asked while the tap is being handled, for three templates at most', () => {
  const asked: unknown[] = []
  stubWechat({
    requestSubscribeMessage: (options: unknown) => {
      asked.push(options)
      return Promise.resolve({})
    },
  })
  void askToBeTold(['a', 'b', 'c', 'd'])
  expect(asked).toEqual([{ tmplIds: ['a', 'b', 'c'] }])
})

test('whatever it answers, what was pressed goes on', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  stubWechat({ requestSubscribeMessage: () => Promise.reject(new Error('20004')) })
  await expect(askToBeTold(['a'])).resolves.toBeUndefined()
  stubWechat()
  await expect(askToBeTold(['a'])).resolves.toBeUndefined()
})

test('without templates nothing is asked', async () => {
  stubWechat()
  await expect(askToBeTold([])).resolves.toBeUndefined()
})
