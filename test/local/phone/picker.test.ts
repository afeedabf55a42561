import type { Page } from 'playwright-core'
import { log, openLab, trouble, type Lab } from './lab'

describe('picker', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const open = async (name: string, settings = {}): Promise<Page> => {
    const tab = await lab.open('pages/form/form', settings)
    await tab.getByRole('button', { name }).click()
    return tab
  }
  const confirm = (tab: Page) => tab.getByRole('button', { name: '确定' }).click()
  const wheel = (tab: Page, name: string) => tab.getByRole('listbox', { name })
  const rows = (tab: Page, name: string) => wheel(tab, name).getByRole('option').allInnerTexts()
  const said = async (tab: Page) => (await log(tab)).filter((line) => /^(change|cancel)/.test(line))

  test('a row that is chosen and confirmed answers its index, as a string', async () => {
    const tab = await open('选去向')
    expect(await rows(tab, '选项')).toEqual(['就业', '升学', '参军'])
    await tab.getByRole('option', { name: '参军' }).click()
    expect(await said(tab)).toEqual([])
    await confirm(tab)
    expect(await said(tab)).toEqual(['change reason "2"'])
    expect(await tab.getByRole('dialog').count()).toBe(0)
  })

  test.each([
    ['取消', (tab: Page) => tab.getByRole('button', { name: '取消' }).click()],
    ['Escape', (tab: Page) => tab.keyboard.press('Escape')],
    ['a tap beside it', (tab: Page) => tab.mouse.click(100, 100)],
  ])('%s changes nothing and tells so', async (_, leave) => {
    const tab = await open('选去向')
    await tab.getByRole('dialog', { name: '去向' }).waitFor()
    await leave(tab)
    expect(await said(tab)).toEqual(['cancel reason'])
  })

  test('is worked by keyboard alone, and gives the focus back', async () => {
    const tab = await lab.open('pages/form/form')
    const button = tab.getByRole('button', { name: '选去向' })
    await button.press('Enter')
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Enter']) {
      await tab.keyboard.press(key)
    }
    expect(await said(tab)).toEqual(['change reason "1"'])
    expect(await tab.evaluate('document.activeElement.id')).toBe('reason')
  })

  test('a wheel that is scrolled chooses what stands in its middle', async () => {
    const tab = await open('选去向')
    await tab.evaluate(`document.querySelector('[role="listbox"]').scrollTo({ top: 46 })`)
    await tab.getByRole('option', { name: '升学', selected: true }).waitFor()
    await confirm(tab)
    expect(await said(tab)).toEqual(['change reason "1"'])
  })

  test('starts at the value, and after a choice at that', async () => {
    const tab = await open('选字')
    expect(await tab.getByRole('option', { selected: true }).innerText()).toBe('乙')
    await tab.getByRole('option', { name: '甲' }).click()
    await confirm(tab)
    await tab.getByRole('button', { name: '选字' }).click()
    expect(await tab.getByRole('option', { selected: true }).innerText()).toBe('甲')
    await tab.keyboard.press('Escape')
    await tab.evaluate(`getCurrentPages()[0].setData({ words: ['丙', '丁'] })`)
    await tab.getByRole('button', { name: '选字' }).click()
    expect(await rows(tab, '选项')).toEqual(['丙', '丁'])
  })

  test('dates keep between start and end, whichever wheel is turned', async () => {
    const tab = await open('选日期')
    expect(await rows(tab, '年')).toEqual(['2022年'])
    expect(await rows(tab, '月')).toEqual(['5月', '6月', '7月'])
    expect(await rows(tab, '日')).toHaveLength(30)
    await tab.getByRole('option', { name: '7月' }).click()
    expect(await rows(tab, '日')).toEqual(['1日', '2日'])
    await tab.getByRole('option', { name: '5月' }).click()
    expect(await rows(tab, '日')).toEqual(['30日', '31日'])
    await confirm(tab)
    expect(await said(tab)).toEqual(['change date "2022-05-30"'])
  })

  test('a date may stop at the month', async () => {
    const tab = await open('选月份')
    await tab.getByRole('option', { name: '12月' }).click()
    await confirm(tab)
    expect(await said(tab)).toEqual(['change month "2022-12"'])
  })

  test('times keep between start and end', async () => {
    const tab = await open('选时间')
    expect((await rows(tab, '分'))[0]).toBe('15')
    await wheel(tab, '时').press('End')
    expect(await rows(tab, '分')).toEqual(['00'])
    await confirm(tab)
    expect(await said(tab)).toEqual(['change time "17:00"'])
  })

  test('a disabled one does not open; a mode that is not there is named', async () => {
    const tab = await lab.open('pages/form/form')
    await tab.getByRole('button', { name: '不能选' }).click({ force: true })
    expect(await tab.getByRole('dialog').count()).toBe(0)
    await tab.getByRole('button', { name: '选地区' }).click()
    expect(await trouble(tab)).toContain('预览手机不支持 <picker> 的 mode="region"')
    expect(await tab.getByRole('dialog').count()).toBe(0)
  })

  test('is dark in the dark', async () => {
    const tab = await open('选日期', { theme: 'dark' })
    const colors = await tab.evaluate(`(() => {
      const { backgroundColor, color } = getComputedStyle(document.querySelector('phone-sheet'))
      return [backgroundColor, color]
    })()`)
    expect(colors).toEqual(['rgb(26, 29, 35)', 'rgb(236, 238, 242)'])
  })
})
