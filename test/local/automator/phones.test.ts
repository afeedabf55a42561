import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import WebSocket from 'ws'
import { openLab, send, topPage, type Lab } from './lab'
import { one } from './methods/case'

let lab: Lab
const held: MiniProgram[] = []

beforeAll(async () => {
  lab = await openLab()
})

afterEach(() => {
  for (const mp of held.splice(0)) mp.disconnect()
})

afterAll(() => lab.close())

async function hold(query?: string): Promise<MiniProgram> {
  const mp = await lab.connect(query)
  held.push(mp)
  return mp
}

const openid = (mp: MiniProgram) => mp.evaluate('() => __phone.openid') as Promise<string>

test('the phone is the first person’s, or whose the address says', async () => {
  expect(await openid(await hold())).toBe('o-lin')
  expect(await openid(await hold('?openid=o-zhou'))).toBe('o-zhou')
})

test('two phones at once share nothing, not even one person’s', async () => {
  const [one, other] = await Promise.all([hold('?openid=o-zhou'), hold('?openid=o-zhou')])
  await one.callWxMethod('setStorageSync', 'key', '我的')
  await one.callWxMethod('navigateTo', { url: '/pages/detail/detail' })
  expect(await other.callWxMethod('getStorageSync', 'key')).toBe('')
  expect((await topPage(other)).path).toBe('pages/home/home')
})

test('size and theme are chosen by the address', async () => {
  const mp = await hold('?width=900&height=700&theme=dark')
  expect(await mp.systemInfo()).toMatchObject({
    windowWidth: 900,
    screenHeight: 700,
    theme: 'dark',
  })
  const title = await one(await topPage(mp), '.title')
  expect(await title.style('color')).toBe('rgb(255, 255, 255)')
})

test('a wish that cannot be granted is said to the client', async () => {
  await expect(hold('?theme=blue')).rejects.toThrow('theme 只能是 light 或 dark')
  await expect(hold('?width=wide')).rejects.toThrow('width 要写像素数')
})

test('the network of one person’s phones can be taken away', async () => {
  const [lin, zhou] = await Promise.all([hold('?openid=o-lin'), hold('?openid=o-zhou')])
  await lab.automator.setOffline('o-lin', true)
  expect(await lin.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'none' })
  expect(await zhou.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'wifi' })
  await lab.automator.setOffline('o-lin', false)
  expect(await lin.callWxMethod('getNetworkType')).toMatchObject({ networkType: 'wifi' })
})

test('an id of a page is never used again, not even after the mini program started anew', async () => {
  const mp = await hold()
  const first = await topPage(mp)
  await mp.callWxMethod('reLaunch', { url: '/pages/home/home' })
  const second = await topPage(mp)
  expect(second).not.toBe(first)
  await expect(first.data()).rejects.toThrow('page destroyed')
  await mp.evaluate('() => void setTimeout(() => location.reload())')
  const third = await afterReload(mp, [first, second])
  expect(await third.data('taps')).toBe(0)
})

test('a tap that would hit something else says what', async () => {
  const mp = await hold()
  const page = await topPage(mp)
  const title = await one(page, '.title')
  const asked = page.callMethod('ask')
  await expect(title.tap()).rejects.toThrow('<view> is covered by <phone-mask>')
  await mp.native().cancelModal()
  await asked
  expect(await page.data('taps')).toBe(0)
})

test('an unknown request is refused by name', async () => {
  await expect(send(await hold(), 'App.fly')).rejects.toThrow('App.fly')
})

test('no web page can take hold of a phone', async () => {
  const socket = new WebSocket(lab.automator.wsEndpoint, { origin: 'https://example.com' })
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve))
  expect(error.message).toContain('401')
})

async function afterReload(mp: MiniProgram, known: unknown[]) {
  const deadline = Date.now() + 5000
  for (;;) {
    const page = await mp.currentPage().catch(() => undefined)
    if (page && !known.includes(page)) return page
    if (Date.now() > deadline) throw new Error('小程序没有重新打开')
  }
}
