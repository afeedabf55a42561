import type { FrameLocator, Page } from 'playwright-core'
import { openLab, type Lab } from './lab'

describe('the desk', () => {
  let lab: Lab
  let tab: Page
  let phone: FrameLocator
  beforeAll(async () => {
    lab = await openLab()
    tab = await lab.browser.newPage({ viewport: { width: 1366, height: 900 } })
    await tab.goto(lab.origin)
    phone = tab.frameLocator('iframe')
    await phone.locator('html[data-ready]').waitFor()
  })
  afterAll(() => lab.close())

  test('the first person is chosen and their phone is open', async () => {
    expect(await tab.getByRole('radio', { name: '林知夏' }).isChecked()).toBe(true)
    expect(await tab.locator('iframe').getAttribute('src')).toContain('openid=o-lin')
  })

  test('who one is changes whose phone it is, and a reload keeps it', async () => {
    await tab.getByRole('radio', { name: '周敏' }).check()
    expect(await tab.locator('iframe').getAttribute('src')).toContain('openid=o-zhou')
    await tab.reload()
    expect(await tab.getByRole('radio', { name: '周敏' }).isChecked()).toBe(true)
    await tab.getByRole('radio', { name: '林知夏' }).check()
  })

  test('an errand in a campus system is done and answered', async () => {
    await tab.getByRole('button', { name: '归还《数据结构》' }).click()
    await tab.getByText('图书馆系统：已归还').waitFor()
    expect(await tab.getByRole('button', { name: '归还《数据结构》' }).count()).toBe(0)
  })

  test('moving the clock shows on the desk and in the phone’s status bar', async () => {
    await tab.getByText('2022年6月10日').waitFor()
    await tab.getByRole('button', { name: '过 1 天' }).click()
    await tab.getByText('2022年6月11日').waitFor()
    await phone.locator('phone-clock', { hasText: '09:' }).waitFor()
  })

  test('a subscription message arrives', async () => {
    lab.cloud.send('o-lin', '退宿申请已通过')
    await tab.getByText('退宿申请已通过').waitFor()
    expect(await tab.locator('.messages li').innerText()).toContain('发给 林知夏')
  })

  test('a tap on a message opens its page, on the phone of whom it was sent to', async () => {
    lab.cloud.send('o-zhou', '待你审核', 'pages/item/item?code=dorm')
    await tab.getByRole('button', { name: '待你审核' }).click()
    await phone.locator('html[data-ready="pages/item/item"]').waitFor()
    expect(await phone.locator('.code').innerText()).toBe('dorm')
    expect(await tab.locator('iframe').getAttribute('src')).toContain('openid=o-zhou')
    expect(await tab.getByRole('radio', { name: '周敏' }).isChecked()).toBe(true)
    await tab.getByRole('radio', { name: '林知夏' }).check()
    await phone.locator('html[data-ready="pages/home/home"]').waitFor()
  })

  test('light and dark, text size and width change the phone', async () => {
    await tab.getByRole('radio', { name: '深色' }).check({ force: true })
    await phone.locator('html[data-theme="dark"]').waitFor()
    await tab.getByRole('radio', { name: '414' }).check({ force: true })
    expect(await tab.locator('iframe').boundingBox()).toMatchObject({ width: 414 })
    await tab.getByRole('radio', { name: '特大' }).check({ force: true })
    expect(await tab.locator('iframe').getAttribute('src')).toContain('font=24')
  })
})
