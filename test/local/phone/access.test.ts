import { log, openLab, type Lab } from './lab'

describe('accessibility', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  test('roles, names and hidden reach the DOM, on built-ins and components', async () => {
    const tab = await lab.open('pages/access/access')
    expect(await tab.getByRole('button', { name: '图书，未办理' }).count()).toBe(1)
    expect(await tab.locator('wx-card').getAttribute('aria-label')).toBe('卡片')
    expect(await tab.locator('wx-card').isVisible()).toBe(false)
    expect(await tab.locator('.dot').getAttribute('aria-hidden')).toBe('true')
    expect(await tab.getByRole('textbox', { name: '学号' }).inputValue()).toBe('19')
  })

  test('a row is reached and tapped by keyboard', async () => {
    const tab = await lab.open('pages/access/access')
    await tab.getByRole('button', { name: '图书，未办理' }).press('Enter')
    expect((await log(tab)).filter((line) => line === 'tap row')).toHaveLength(1)
  })

  test('a field’s name may change to say what is wrong', async () => {
    const tab = await lab.open('pages/access/access')
    await tab.evaluate(`getCurrentPages()[0].setData({ wrong: '，请填写学号' })`)
    await tab.getByRole('textbox', { name: '学号，请填写学号' }).waitFor()
  })

  test('typing reaches the page', async () => {
    const tab = await lab.open('pages/access/access')
    await tab.getByRole('textbox', { name: '学号' }).fill('1907')
    expect(await tab.evaluate('getCurrentPages()[0].data.value')).toBe('1907')
  })
})
