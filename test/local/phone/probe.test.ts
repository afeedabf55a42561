import { openLab, log, type Lab } from './lab'
let lab: Lab
beforeAll(async () => { lab = await openLab() })
afterAll(() => lab.close())
test('x', async () => {
  const tab = await lab.open()
  await tab.screenshot({ path: '/tmp/probe/home.png' })
  console.log(await log(tab), await tab.locator('phone-trouble, phone-problems').allInnerTexts())
  console.log(await tab.evaluate('document.body.innerHTML'))
})
