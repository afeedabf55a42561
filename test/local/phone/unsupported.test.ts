import fs from 'node:fs'
import path from 'node:path'
import { openLab, ready, trouble, type Lab } from './lab'

describe('what the phone does not know', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  test('a tag, an attribute, an event and an API fail by name on the screen and in the console', async () => {
    const tab = await lab.open('pages/home/home')
    const errors: string[] = []
    tab.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await tab.evaluate(`wx.navigateTo({ url: '/pages/unknown/unknown' })`)
    await ready(tab, 'pages/unknown/unknown')
    const expected = [
      '预览手机不支持 <mystery>（pages/unknown/unknown.wxml）',
      '预览手机不支持 <view> 的属性 sparkle（pages/unknown/unknown.wxml）',
      '预览手机不支持 <view> 的事件 wink（pages/unknown/unknown.wxml）',
      '预览手机不支持 wx.teleport',
    ]
    const shown = await trouble(tab)
    for (const line of expected) expect(shown).toContain(line)
    expect(errors).toEqual(expected)
  })

  test('an uncaught error and a rejected promise are on the screen', async () => {
    const tab = await lab.open()
    const thrown: string[] = []
    tab.on('pageerror', (error) => thrown.push(error.message))
    await tab.evaluate(`getCurrentPages()[0].open = () => { throw new Error('坏了') }`)
    await tab.evaluate(`void Promise.reject({ errMsg: 'x:fail 没有网' })`)
    await tab.evaluate(`setTimeout(() => { throw new Error('也坏了') })`)
    await tab.getByText('Error: 也坏了').waitFor()
    expect(await trouble(tab)).toContain('未处理的 Promise：x:fail 没有网')
    expect(thrown).toContain('也坏了')
  })

  test('a page’s script that throws while it loads is named on the screen', async () => {
    const file = path.join(lab.root, 'pages/item/item.js')
    const before = fs.readFileSync(file)
    fs.writeFileSync(file, `require('./gone')`)
    await lab.phone.reload()
    const tab = await lab.open()
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' }).catch(console.error)`)
    expect(await trouble(tab)).toContain(`module './gone.js' is not defined`)
    await tab.goto(`${lab.origin}/phone?openid=o-zhou#/pages/item/item`)
    await tab.getByText(`module './gone.js' is not defined`).waitFor()
    fs.writeFileSync(file, before)
    await lab.phone.reload()
  })

  test('the browser is not there for the mini program', async () => {
    const code = `Page({ onLoad() { this.setData({ times: typeof document + typeof fetch }) } })`
    const file = path.join(lab.root, 'pages/refresh/refresh.js')
    const before = fs.readFileSync(file)
    fs.writeFileSync(file, code)
    await lab.phone.reload()
    const tab = await lab.open('pages/refresh/refresh')
    expect(await tab.locator('.times').innerText()).toBe('undefinedundefined')
    fs.writeFileSync(file, before)
    await lab.phone.reload()
  })
})
