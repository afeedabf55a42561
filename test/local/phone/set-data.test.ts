import { openLab, ready, trouble, type Lab } from './lab'
import type { Page } from 'playwright-core'

describe('setData', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const onPage = <T>(tab: Page, body: string): Promise<T> =>
    tab.evaluate(`(() => { const page = getCurrentPages()[0]; ${body} })()`)

  test('what it is given is copied as JSON', async () => {
    const tab = await lab.open()
    const seen = await onPage<string>(
      tab,
      `const items = [{ id: 1, title: '学费', paid: new Date(0), pay() {} }]
       page.setData({ items })
       items[0].title = '改了'
       return JSON.stringify([page.data.items, typeof page.data.items[0].pay])`,
    )
    expect(JSON.parse(seen)).toEqual([
      [{ id: 1, title: '学费', paid: '1970-01-01T00:00:00.000Z' }],
      'undefined',
    ])
    expect(await tab.locator('.row').allInnerTexts()).toEqual(['学费'])
  })

  test('a field that is undefined is named and not written', async () => {
    const tab = await lab.open()
    await onPage(tab, `page.setData({ greeting: undefined })`)
    expect(await trouble(tab)).toContain('字段 "greeting" 是 undefined')
    expect(await onPage(tab, `return page.data.greeting`)).toBe('你好')
  })

  test('its bytes are counted by page', async () => {
    const tab = await lab.open('pages/refresh/refresh')
    await onPage(tab, `page.setData({ times: 1 }); page.setData({ words: '离校' })`)
    const counted = await tab.evaluate('__phone.setDataBytes["pages/refresh/refresh"]')
    expect(counted).toEqual({ first: 11, total: 29, max: 18, count: 2 })
  })

  test('its callback comes when the page is drawn', async () => {
    const tab = await lab.open()
    const drawn = await onPage<string>(
      tab,
      `return new Promise((resolve) => page.setData({ greeting: '再见' }, () =>
         resolve(document.querySelector('.title').textContent)))`,
    )
    expect(drawn).toBe('再见')
  })

  test('what comes for a page that was left troubles nobody', async () => {
    const tab = await lab.open()
    const errors: string[] = []
    tab.on('pageerror', ({ message }) => errors.push(message))
    await tab.evaluate('(globalThis.left = getCurrentPages()[0]).setData({ items: [] })')
    await tab.evaluate(`wx.reLaunch({ url: '/pages/item/item' })`)
    await ready(tab, 'pages/item/item')
    await tab.evaluate(`left.setData({ items: [{ id: 1, title: '迟到' }] })`)
    const kept = await tab.evaluate('left.data.items.length')
    expect([kept, ...errors]).toEqual([1])
  })
})
