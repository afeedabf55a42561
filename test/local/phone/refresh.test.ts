import { openLab, type Lab } from './lab'

describe('pull to refresh', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  test('pulling down far enough refreshes until the page says stop', async () => {
    const tab = await lab.open('pages/refresh/refresh')
    await tab.mouse.move(180, 120)
    await tab.mouse.down()
    await tab.mouse.move(180, 280, { steps: 4 })
    await tab.mouse.up()
    expect(await tab.locator('.times').innerText()).toBe('1')
    expect(await tab.locator('phone-frame[refreshing]').count()).toBe(1)
    await tab.evaluate('wx.stopPullDownRefresh()')
    expect(await tab.locator('phone-frame[refreshing]').count()).toBe(0)
  })

  test('a short pull does nothing', async () => {
    const tab = await lab.open('pages/refresh/refresh')
    await tab.mouse.move(180, 120)
    await tab.mouse.down()
    await tab.mouse.move(180, 160)
    await tab.mouse.up()
    expect(await tab.locator('.times').innerText()).toBe('0')
  })

  test('the mini program can start it', async () => {
    const tab = await lab.open('pages/refresh/refresh')
    await tab.evaluate('wx.startPullDownRefresh()')
    expect(await tab.locator('.times').innerText()).toBe('1')
  })

  test('a page without enablePullDownRefresh does not move', async () => {
    const tab = await lab.open('pages/home/home')
    expect(await tab.locator('phone-refresh').count()).toBe(0)
  })
})
