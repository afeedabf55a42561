import { log, openLab, ready, type Lab } from './lab'

describe('the life cycle of a mini program', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  test('launches, creates, loads, shows and gets ready in the order of WeChat', async () => {
    const tab = await lab.open('pages/home/home?from=menu')
    expect((await log(tab)).slice(0, 9)).toEqual([
      'app onLaunch',
      'app onShow',
      'card created',
      'card attached',
      'home onLoad {"from":"menu"}',
      'home onShow',
      'card page show',
      'card ready',
      'home onReady',
    ])
  })

  test('a page that is covered hides and shows again, one that is left unloads', async () => {
    const tab = await lab.open()
    const before = (await log(tab)).length
    await tab.getByRole('button', { name: '打开环节' }).click()
    await ready(tab, 'pages/item/item')
    await tab.getByRole('button', { name: '返回' }).click()
    await ready(tab, 'pages/home/home')
    const after = (await log(tab)).slice(before).filter((line) => !line.startsWith('picture'))
    expect(after).toEqual([
      'tap button',
      'home onHide',
      'card page hide',
      'item onLoad {"code":"book","title":"图书"}',
      'item onUnload',
      'home onShow',
      'card page show',
    ])
  })

  test('a tap fires once, on the node and then on its host', async () => {
    const tab = await lab.open()
    await tab.getByText('卡片').click()
    const taps = (await log(tab)).filter((line) => /^(choose|tap)/.test(line))
    expect(taps).toEqual(['choose 卡片', 'tap card'])
  })

  test('catch keeps an event from the nodes above; data-* comes with it', async () => {
    const tab = await lab.open('pages/access/access')
    await tab.getByText('里面').click()
    const taps = (await log(tab)).filter((line) => line.startsWith('tap'))
    expect(taps).toEqual(['tap inner book'])
  })

  test('a picture of the mini program loads and tells its size', async () => {
    const tab = await lab.open()
    await tab.waitForFunction('getApp().globalData.log.includes("picture 24x24")')
    expect(await tab.locator('wx-image img').getAttribute('src')).toBe(
      '/phone/files/images/dot.svg',
    )
  })

  test('a tap tells where it was, from the corner of the page; the mouse is a finger', async () => {
    const tab = await lab.open('pages/access/access')
    await tab.mouse.click(10, 44 + 5)
    const told = (await log(tab)).filter((line) => /^(touch|at)/.test(line))
    expect(told).toEqual(['touchstart 10,5', 'at 10,5'])
  })

  test('turning the phone tells the page', async () => {
    const tab = await lab.open()
    await tab.setViewportSize({ width: 414, height: 812 })
    await tab.waitForFunction('getApp().globalData.log.includes("home onResize")')
  })
})
