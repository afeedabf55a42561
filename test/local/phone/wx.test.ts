import type { Page } from 'playwright-core'
import { openLab, ready, type Lab } from './lab'

describe('wx', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const settle = (tab: Page, call: string): Promise<Record<string, unknown>> =>
    tab.evaluate(`${call}.catch((failure) => ({ failed: true, ...failure }))`)

  test('each person has a storage of their own, in the same browser', async () => {
    const lin = await lab.open()
    await lin.evaluate(`wx.setStorageSync('sheet', { done: 5 })`)
    const zhou = await lin.context().newPage()
    await zhou.goto(`${lab.origin}/phone?openid=o-zhou`)
    await ready(zhou)
    expect(await zhou.evaluate(`wx.getStorageSync('sheet')`)).toBe('')
    expect(await settle(zhou, `wx.getStorage({ key: 'sheet' })`)).toEqual({
      failed: true,
      errMsg: 'getStorage:fail data not found',
    })
    expect(await lin.evaluate(`wx.getStorageSync('sheet')`)).toEqual({ done: 5 })
    expect(await lin.evaluate(`wx.getStorageInfoSync().keys`)).toEqual(['sheet'])
  })

  test('one key takes at most 1 MB', async () => {
    const tab = await lab.open()
    const call = `wx.setStorage({ key: 'big', data: 'x'.repeat(1024 * 1024) })`
    expect(await settle(tab, call)).toMatchObject({
      errMsg: 'setStorage:fail entry size limit reached',
    })
  })

  test('a function is called as the person whose phone it is', async () => {
    const tab = await lab.open('pages/home/home', { openid: 'o-zhou' })
    const call = `wx.cloud.callFunction({ name: 'echo', data: { action: 'sheet' } })`
    expect(await settle(tab, call)).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { openid: 'o-zhou', data: { action: 'sheet' } },
    })
    expect(await tab.evaluate('__phone.calls')).toEqual([
      { name: 'echo', data: { action: 'sheet' } },
    ])
  })

  test('a call fails as in WeChat, with the cloud’s error or without a network', async () => {
    const tab = await lab.open()
    const call = `wx.cloud.callFunction({ name: 'missing' })`
    expect(await settle(tab, call)).toMatchObject({ failed: true, errCode: -501000 })
    await tab.context().setOffline(true)
    const offline = await settle(tab, call)
    expect(offline).toMatchObject({ failed: true, errCode: -1 })
    expect(offline.errMsg).toMatch(/^cloud\.callFunction:fail request:fail/)
    expect(await settle(tab, 'wx.getNetworkType()')).toMatchObject({ networkType: 'none' })
    await tab.context().setOffline(false)
  })

  test('callbacks come instead of a promise', async () => {
    const tab = await lab.open()
    const order = await tab.evaluate(`new Promise((resolve) => {
      const order = []
      const returned = wx.getStorage({
        key: 'none',
        success: () => order.push('success'),
        fail: () => order.push('fail'),
        complete: () => resolve([...order, 'complete', typeof returned]),
      })
    })`)
    expect(order).toEqual(['fail', 'complete', 'undefined'])
  })

  test('a modal answers what was pressed', async () => {
    const tab = await lab.open()
    const answer = settle(
      tab,
      `wx.showModal({ title: '退宿', content: '确定交还 3 号楼 412 室？' })`,
    )
    await tab.getByRole('dialog', { name: '退宿' }).getByRole('button', { name: '确定' }).click()
    expect(await answer).toMatchObject({ confirm: true, cancel: false })
  })

  test('calling a number asks first; the calendar shows what it would add', async () => {
    const tab = await lab.open()
    const call = settle(tab, `wx.makePhoneCall({ phoneNumber: '025-85091234' })`)
    await tab.getByRole('button', { name: '取消' }).click()
    expect(await call).toMatchObject({ errMsg: 'makePhoneCall:fail cancel' })
    const entry = settle(
      tab,
      `wx.addPhoneCalendar({ title: '还书截止', startTime: ${Date.parse('2022-07-02T09:00:00+08:00') / 1000} })`,
    )
    await tab.getByText('2022年7月2日').waitFor()
    await tab.getByRole('button', { name: '添加', exact: true }).click()
    expect(await entry).toEqual({ errMsg: 'addPhoneCalendar:ok' })
  })

  test('a method can be replaced, and the mini program calls the replacement', async () => {
    const tab = await lab.open()
    await tab.evaluate(`wx.navigateTo = ({ url }) => { globalThis.went = url }`)
    await tab.getByRole('button', { name: '打开环节' }).click()
    expect(await tab.evaluate('went')).toBe('../item/item?code=book&title=图书')
  })

  test('random values are as many bytes as asked for', async () => {
    const tab = await lab.open()
    const bytes = `wx.getRandomValues({ length: 24 }).then(({ randomValues }) => [...new Uint8Array(randomValues)])`
    const [first, second] = [await tab.evaluate<number[]>(bytes), await tab.evaluate(bytes)]
    expect(first).toHaveLength(24)
    expect(second).not.toEqual(first)
    expect(await settle(tab, `wx.getRandomValues({ length: 0 })`)).toMatchObject({ failed: true })
  })

  test('nodes can be measured', async () => {
    const tab = await lab.open()
    const measured = await tab.evaluate(`new Promise((resolve) => {
      wx.createSelectorQuery().select('.title').boundingClientRect().exec(resolve)
    })`)
    expect(measured).toMatchObject([{ left: 0, top: 0, width: 187.5 }])
  })
})
