/** @jest-environment jsdom */
import { refused, stubWechat } from '../services/wechat'
import { render } from './rendering'

function open() {
  const wechat = stubWechat()
  wechat.answers = [{ ok: true, data: {} }]
  const button = render('unbind-me', { return: '以后再绑，还要学号。' })
  const press = async () => {
    await button.tap('.unbind')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { wechat, button, press }
}

test('it asks first, then leaves nothing on the phone and goes to the binding page', async () => {
  const { wechat, press } = open()
  await press()
  expect(wechat.sent).toHaveLength(1)
  expect(wechat.done).toMatchObject([
    ['showModal', { content: '解除后，这个微信就看不到你的内容了。以后再绑，还要学号。' }],
    ['removeStorageSync', 'answer:clearance.sheet:{}'],
    ['reLaunch', { url: '/pages/binding/binding' }],
  ])
})

test('what was typed and not handed in goes, too', async () => {
  const { wechat, press } = open()
  wechat.storage.set('draft:dormCheckout:1907010216', { version: 0, typed: {} })
  await press()
  expect(wechat.storage.size).toBe(0)
})

test('取消 leaves everything as it is', async () => {
  const { wechat, press } = open()
  wechat.confirms = false
  await press()
  expect(wechat.sent).toEqual([])
})

test('a refusal is said, and nothing is forgotten', async () => {
  const { wechat, button, press } = open()
  wechat.answers = [refused('UNAVAILABLE', '服务暂时没有答复。')]
  await press()
  expect(button.text()).toContain('服务暂时没有答复。')
  expect(wechat.done.map(([api]) => api)).toEqual(['showModal'])
})
