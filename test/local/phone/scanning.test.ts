import type { Page } from 'playwright-core'
import { renderSVG } from 'uqr'
import { openLab, trouble, type Lab } from './lab'

describe('scanning a code', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const scan = (tab: Page, input = {}): Promise<Record<string, unknown>> =>
    tab.evaluate(
      `wx.scanCode(${JSON.stringify(input)}).catch((failure) => ({ failed: true, ...failure }))`,
    )

  test('the person types what the code says, or goes back', async () => {
    const tab = await lab.open()
    const scanned = scan(tab, { onlyFromCamera: true, scanType: ['qrCode'] })
    await tab.getByRole('textbox', { name: '二维码里的文字' }).fill('hello')
    await tab.getByRole('button', { name: '扫这个' }).click()
    expect(await scanned).toMatchObject({ result: 'hello', scanType: 'QR_CODE' })
    const cancelled = scan(tab)
    await tab.getByRole('button', { name: '取消' }).click()
    expect(await cancelled).toMatchObject({ errMsg: 'scanCode:fail cancel' })
  })

  test('a code that another phone of the desk has shown can be read off it', async () => {
    const student = await lab.open('pages/home/home', { openid: 'o-zhou' })
    const picture = `data:image/svg+xml,${encodeURIComponent(renderSVG('token-of-zhou'))}`
    await student.evaluate(
      `localStorage.setItem('phone:picture:o-zhou', ${JSON.stringify(picture)})`,
    )
    const guard = await lab.open('pages/home/home', { openid: 'o-guard' })
    const scanned = scan(guard)
    await guard.getByRole('button', { name: '扫 o-zhou 的屏幕' }).click()
    expect(await scanned).toMatchObject({ result: 'token-of-zhou' })
  })

  test.each([
    [{ flash: 'on' }, 'flash'],
    [{ scanType: ['barCode'] }, 'scanType barCode'],
  ])('what it does not know fails by name: %p', async (input, named) => {
    const tab = await lab.open()
    expect(await scan(tab, input)).toMatchObject({ failed: true })
    expect(await trouble(tab)).toContain(`预览手机不支持 wx.scanCode 的 ${named}`)
  })

  test('the screen’s light is as it was set', async () => {
    const tab = await lab.open()
    await tab.evaluate('wx.setScreenBrightness({ value: 1 })')
    expect(await tab.evaluate('wx.getScreenBrightness()')).toMatchObject({ value: 1 })
  })
})
