import type { Page } from 'playwright-core'
import { log, openLab, type Lab } from './lab'

describe('switch, checkbox and radio', () => {
  let lab: Lab
  let tab: Page
  beforeAll(async () => {
    lab = await openLab()
  })
  beforeEach(async () => {
    tab = await lab.open('pages/form/form')
  })
  afterAll(() => lab.close())

  const said = async () => (await log(tab)).filter((line) => line.startsWith('change'))
  const setData = (data: string) => tab.evaluate(`getCurrentPages()[0].setData(${data})`)

  test('a switch turns by itself, and by what it is given', async () => {
    const toggle = tab.getByRole('switch', { name: '提醒我' })
    expect(await toggle.isChecked()).toBe(true)
    await toggle.click()
    expect(await toggle.isChecked()).toBe(false)
    await setData('{ on: false }')
    await setData('{ on: true }')
    expect(await toggle.isChecked()).toBe(true)
    expect(await said()).toEqual(['change notify false'])
  })

  test('it is reached and turned by keyboard', async () => {
    await tab.getByRole('switch').press(' ')
    expect(await said()).toEqual(['change notify false'])
  })

  test('a group of checkboxes tells the values of all that are checked', async () => {
    await tab.getByRole('checkbox', { name: '门禁卡' }).click()
    await tab.getByRole('checkbox', { name: '钥匙' }).click()
    expect(await said()).toEqual(['change things ["keys","card"]', 'change things ["card"]'])
  })

  test('a disabled one does not turn', async () => {
    await tab.getByRole('checkbox', { name: '台灯' }).click({ force: true })
    expect(await said()).toEqual([])
  })

  test('a tap on a label is one on its control, and only one', async () => {
    await tab.getByText('钥匙').click({ position: { x: 45, y: 10 } })
    await tab.locator('.for-card').click()
    expect(await said()).toEqual(['change things []', 'change things ["card"]'])
  })

  test('of a group of radios one is checked; choosing it again tells nothing', async () => {
    const [bank, cash] = [
      tab.getByRole('radio', { name: '银行卡' }),
      tab.getByRole('radio', { name: '现金' }),
    ]
    await bank.click()
    await cash.click()
    await cash.click()
    expect([await bank.isChecked(), await cash.isChecked()]).toEqual([false, true])
    expect(await said()).toEqual(['change way "cash"'])
    await setData(`{ way: 'cash' }`)
    await setData(`{ way: 'bank' }`)
    expect([await bank.isChecked(), await cash.isChecked()]).toEqual([true, false])
  })
})
