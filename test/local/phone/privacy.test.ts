import type { Page } from 'playwright-core'
import { openLab, type Lab } from './lab'

describe('the privacy guide', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const setting = (tab: Page) => tab.evaluate<object>('wx.getPrivacySetting()')
  const agree = (tab: Page) => tab.getByRole('button', { name: '同意' }).click()
  const open = (openid: string) => lab.open('pages/privacy/privacy', { openid })

  test('is to be agreed to once by each person, with WeChat’s own button', async () => {
    const lin = await open('o-lin')
    expect(await setting(lin)).toMatchObject({
      needAuthorization: true,
      privacyContractName: '《离校单小程序隐私保护指引》',
    })
    await agree(lin)
    expect(await lin.locator('.agreed').innerText()).toBe('true')
    expect(await setting(lin)).toMatchObject({ needAuthorization: false })
    expect(await setting(await open('o-lin'))).toMatchObject({ needAuthorization: false })
    expect(await setting(await open('o-zhou'))).toMatchObject({ needAuthorization: true })
  })

  test('an API that needs it waits for the button, and goes on', async () => {
    const tab = await open('o-waits')
    await tab.evaluate(`
      wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
        globalThis.referrer = referrer
        globalThis.answer = resolve
      })
      void wx.requirePrivacyAuthorize().then(({ errMsg }) => { globalThis.went = errMsg })`)
    await tab.waitForFunction('globalThis.answer')
    await agree(tab)
    await tab.evaluate(`answer({ event: 'agree', buttonId: 'agree' })`)
    await tab.waitForFunction('globalThis.went')
    expect(await tab.evaluate('[referrer, went]')).toEqual([
      'requirePrivacyAuthorize',
      'requirePrivacyAuthorize:ok',
    ])
  })

  test.each([
    ['no', `{ event: 'disagree' }`],
    ['a button that nobody tapped', `{ event: 'agree', buttonId: 'agree' }`],
  ])('%s makes the API fail', async (_, answer) => {
    const tab = await open('o-refuses')
    const failure = await tab.evaluate(`
      wx.onNeedPrivacyAuthorization((resolve) => resolve(${answer}))
      wx.requirePrivacyAuthorize().catch(({ errMsg }) => errMsg)`)
    expect(failure).toBe('requirePrivacyAuthorize:fail privacy permission is not authorized')
  })

  test('its text opens', async () => {
    const tab = await open('o-lin')
    await tab.evaluate('void wx.openPrivacyContract()')
    await tab.getByRole('dialog', { name: '《离校单小程序隐私保护指引》' }).waitFor()
  })
})
