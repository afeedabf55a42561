import fs from 'node:fs'
import path from 'node:path'
import { openLab, ready, type Lab } from './lab'

describe('while the mini program is being written', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const write = (file: string, text: string): void => {
    fs.writeFileSync(path.join(lab.root, file), text)
  }

  test('a new build shows by itself, on the same page', async () => {
    const tab = await lab.open('pages/item/item?code=book')
    write('pages/item/item.wxml', '<view class="code">新的 {{code}}</view>')
    await lab.phone.reload()
    await tab.getByText('新的 book').waitFor()
  })

  test.each([
    ['pages/item/item.wxml', '<view>\n  <text>没有关上</view>', 'pages/item/item.wxml:2:4'],
    ['pages/item/item.wxss', '.code {\n  color: red;\n', 'pages/item/item.wxss:1:1'],
    ['pages/item/item.json', '{\n  "a": 1,\n}', 'pages/item/item.json:3:1'],
    ['pages/item/item.js', 'Page({\n  onLoad() { return 1 1 },\n})', 'pages/item/item.js:2:23'],
  ])(
    'a mistake in %s is shown with its place, and mending it brings the page back',
    async (file, text, place) => {
      const tab = await lab.open('pages/home/home')
      const before = fs.readFileSync(path.join(lab.root, file), 'utf8')
      write(file, text)
      await lab.phone.reload()
      await tab.getByText(place, { exact: true }).waitFor()
      write(file, before)
      await lab.phone.reload()
      await ready(tab, 'pages/home/home')
    },
  )

  test('a component that is not there is named where it is used', async () => {
    const tab = await lab.open('pages/home/home')
    write('pages/item/item.json', '{\n  "usingComponents": { "x": "/components/none/none" }\n}')
    await lab.phone.reload()
    await tab.getByText('找不到组件 /components/none/none').waitFor()
    expect(await tab.locator('code').innerText()).toBe('pages/item/item.json:2:30')
  })
})
