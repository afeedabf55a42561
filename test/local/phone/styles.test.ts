import type { Page } from 'playwright-core'
import { log, openLab, ready, type Lab } from './lab'

describe('styles', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const style = (tab: Page, selector: string, property: string): Promise<string> =>
    tab.evaluate(
      `getComputedStyle(document.querySelector('${selector}')).getPropertyValue('${property}')`,
    )

  test('a page and its component do not see each other’s classes', async () => {
    const tab = await lab.open('pages/styles/styles')
    expect(await style(tab, 'wx-page > .title', 'color')).toBe('rgb(0, 128, 0)')
    expect(await style(tab, 'wx-card wx-text', 'color')).toBe('rgb(180, 35, 24)')
  })

  test('apply-shared lets the page’s classes into the component', async () => {
    const tab = await lab.open('pages/styles/styles')
    expect(await style(tab, '.number', 'color')).toBe('rgb(0, 0, 255)')
    expect(await style(tab, '.number', 'font-weight')).toBe('700')
  })

  test('a page’s styles hold on that page only', async () => {
    const tab = await lab.open('pages/styles/styles')
    await tab.evaluate(`wx.navigateTo({ url: '/pages/home/home' })`)
    await ready(tab, 'pages/home/home')
    const home = 'phone-frame:not([covered]) wx-page > .title'
    expect(await style(tab, home, 'color')).toBe('rgb(23, 26, 33)')
    expect(await style(tab, home, 'width')).toBe('187.5px')
  })

  test('TDesign’s button is drawn with its own styles', async () => {
    const tab = await lab.open()
    expect(await style(tab, '.t-button', 'background-color')).toBe('rgb(0, 82, 217)')
    expect(await tab.locator('.t-skeleton__row').count()).toBe(2)
  })

  test('750 rpx are the width of the screen, in WXSS and in inline styles', async () => {
    const tab = await lab.open('pages/styles/styles')
    expect(await style(tab, 'wx-page > .title', 'width')).toBe('50px')
    expect(await style(tab, '.inline', 'width')).toBe('50px')
    await tab.setViewportSize({ width: 750, height: 812 })
    expect(await style(tab, '.inline', 'width')).toBe('100px')
  })

  test('fixed stays inside the page; a custom navigation bar leaves only the capsule', async () => {
    const tab = await lab.open('pages/styles/styles')
    expect(await tab.locator('.fixed').boundingBox()).toMatchObject({ x: 0 })
    expect(await tab.locator('phone-frame').boundingBox()).toMatchObject({ y: 0, height: 812 })
    expect(await tab.locator('h1').isVisible()).toBe(false)
  })

  test('dark follows the phone’s theme: media queries, theme.json and listeners', async () => {
    const tab = await lab.open()
    expect(await style(tab, 'wx-page', 'color')).toBe('rgb(23, 26, 33)')
    expect(await style(tab, 'phone-bar', 'background-color')).toBe('rgb(29, 58, 120)')
    await tab.evaluate(`__phone.setTheme('dark')`)
    expect(await style(tab, 'wx-page', 'color')).toBe('rgb(236, 238, 242)')
    expect(await style(tab, 'phone-bar', 'background-color')).toBe('rgb(27, 47, 94)')
    expect(await log(tab)).toContain('app onThemeChange dark')
    expect(await tab.evaluate('wx.getAppBaseInfo().theme')).toBe('dark')
  })

  test('opened dark, it is dark from the first page on', async () => {
    const tab = await lab.open('pages/home/home', { theme: 'dark' })
    expect(await style(tab, 'wx-page', 'color')).toBe('rgb(236, 238, 242)')
  })

  test('a page that asks for it follows WeChat’s text size', async () => {
    const tab = await lab.open('pages/home/home', { font: '24' })
    expect(await style(tab, 'html', 'font-size')).toBe('16px')
    await tab.evaluate(`wx.navigateTo({ url: '/pages/item/item' })`)
    await ready(tab, 'pages/item/item')
    expect(await style(tab, '.code', 'font-size')).toBe('24px')
    expect(await tab.evaluate('wx.getAppBaseInfo().fontSizeSetting')).toBe(24)
  })
})
