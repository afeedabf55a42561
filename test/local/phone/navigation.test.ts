import type { Page } from 'playwright-core'
import { openLab, ready, type Lab } from './lab'

describe('navigation', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const failure = (tab: Page, call: string): Promise<string> =>
    tab.evaluate(`${call}.then(() => 'ok', (failure) => failure.errMsg)`)

  const routes = (tab: Page): Promise<string[]> =>
    tab.evaluate('getCurrentPages().map((page) => page.route)')

  test('pages stack up, are replaced and left', async () => {
    const tab = await lab.open()
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item?code=a' })`)
    await tab.evaluate(`wx.redirectTo({ url: '/pages/access/access' })`)
    expect(await routes(tab)).toEqual(['pages/home/home', 'pages/access/access'])
    await tab.evaluate(`wx.navigateBack()`)
    expect(await routes(tab)).toEqual(['pages/home/home'])
    await tab.evaluate(`wx.reLaunch({ url: '/pages/item/item' })`)
    expect(await routes(tab)).toEqual(['pages/item/item'])
  })

  test('each page of the stack has an id of its own', async () => {
    const tab = await lab.open()
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' })`)
    await tab.evaluate(`wx.redirectTo({ url: '/pages/item/item' })`)
    expect(await tab.evaluate('__phone.pages.map((page) => page.id)')).toEqual([1, 3])
  })

  test('what cannot be done fails with the texts of WeChat', async () => {
    const tab = await lab.open()
    expect(await failure(tab, `wx.navigateTo({ url: '/pages/nowhere/nowhere' })`)).toBe(
      'navigateTo:fail page "pages/nowhere/nowhere" is not found',
    )
    expect(await failure(tab, `wx.navigateBack()`)).toBe(
      'navigateBack:fail cannot navigate back at first page.',
    )
    for (let open = 1; open < 10; open += 1) {
      await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' })`)
    }
    expect(await failure(tab, `wx.navigateTo({ url: '/pages/item/item' })`)).toBe(
      'navigateTo:fail webview count limit exceed',
    )
  })

  test('the opener hears from the page it opened', async () => {
    const tab = await lab.open()
    const heard = await tab.evaluate(`new Promise((resolve) => {
      wx.navigateTo({ url: '/pages/item/item?code=book', events: { opened: resolve } })
    })`)
    expect(heard).toBe('book')
  })

  test('a reload finds the same pages open', async () => {
    const tab = await lab.open()
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item?code=book' })`)
    await ready(tab, 'pages/item/item')
    await tab.reload()
    await ready(tab, 'pages/item/item')
    expect(await tab.locator('.code').innerText()).toBe('book')
    expect(await tab.title()).toBe('环节')
    await tab.getByRole('button', { name: '返回' }).click()
    await ready(tab, 'pages/home/home')
  })

  test('a page opened by its address leads home', async () => {
    const tab = await lab.open('pages/item/item?code=book')
    expect(await routes(tab)).toEqual(['pages/item/item'])
    await tab.getByRole('button', { name: '回到首页' }).click()
    await ready(tab, 'pages/home/home')
  })

  test('a page may ask before its back button leaves it; navigateBack does not', async () => {
    const tab = await lab.open()
    const back = tab.getByRole('button', { name: '返回' })
    const open = async (): Promise<void> => {
      await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' })`)
      await ready(tab, 'pages/item/item')
      await tab.evaluate(`wx.enableAlertBeforeUnload({ message: '还没有提交' })`)
    }
    await open()
    await back.click()
    await tab.getByRole('dialog', { name: '还没有提交' }).getByText('取消').click()
    expect(await routes(tab)).toHaveLength(2)
    await back.click()
    await tab.getByRole('dialog').getByText('确定').click()
    await ready(tab, 'pages/home/home')
    await open()
    await tab.evaluate(`wx.navigateBack()`)
    expect(await routes(tab)).toEqual(['pages/home/home'])
    await open()
    await tab.evaluate(`wx.disableAlertBeforeUnload()`)
    await back.click()
    await ready(tab, 'pages/home/home')
  })

  test('a page that was covered is found scrolled as it was left', async () => {
    const tab = await lab.open()
    await tab.evaluate(
      `getCurrentPages()[0].setData({ items: Array.from({ length: 60 }, (_, id) => ({ id, title: id })) })`,
    )
    await tab.evaluate(`wx.pageScrollTo({ scrollTop: 300, duration: 0 })`)
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' })`)
    await ready(tab, 'pages/item/item')
    await tab.evaluate(`wx.navigateBack()`)
    await ready(tab, 'pages/home/home')
    const offset = await tab.evaluate(`new Promise((resolve) => {
      wx.createSelectorQuery().selectViewport().scrollOffset(resolve).exec()
    })`)
    expect(offset).toMatchObject({ scrollTop: 300 })
  })

  test('root-portal is drawn above the page and goes with it', async () => {
    const tab = await lab.open('pages/item/item')
    expect(await tab.locator('phone-frame > phone-portal > .above').innerText()).toBe('在最上面')
    await tab.evaluate(`wx.redirectTo({ url: '/pages/home/home' })`)
    await ready(tab, 'pages/home/home')
    expect(await tab.locator('.above').count()).toBe(0)
  })
})
