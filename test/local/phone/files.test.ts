import type { Page } from 'playwright-core'
import { openLab, ready, type Lab } from './lab'

describe('the phone’s files', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const FS = 'wx.getFileSystemManager()'
  const at = (name: string) => `\`\${wx.env.USER_DATA_PATH}/${name}\``
  const failure = (tab: Page, call: string): Promise<string> =>
    tab.evaluate(
      `(() => { try { ${call}; return 'ok' } catch (error) { return error.message } })()`,
    )
  /** What a method answers to its callbacks, and what it gives back. */
  const later = (tab: Page, method: string, input: string): Promise<object> =>
    tab.evaluate(`new Promise((resolve) => {
      const returned = ${FS}.${method}({ ...${input}, complete: (result) => resolve({ ...result, returned }) })
    })`)

  test('what is written is read again, as text or bytes, after a new launch too', async () => {
    const tab = await lab.open()
    await tab.evaluate(`${FS}.writeFileSync(${at('a.txt')}, '退宿 412')`)
    await tab.evaluate(`${FS}.writeFileSync(${at('b')}, new Uint8Array([0, 255, 128]).buffer)`)
    await tab.reload()
    await ready(tab)
    expect(await tab.evaluate(`${FS}.readFileSync(${at('a.txt')}, 'utf8')`)).toBe('退宿 412')
    const bytes = `[...new Uint8Array(${FS}.readFileSync(${at('b')}))]`
    expect(await tab.evaluate(bytes)).toEqual([0, 255, 128])
  })

  test.each([
    ['base64', 'AP+A'],
    ['hex', '00ff80'],
    ['latin1', '\u0000\u00ff\u0080'],
  ])('%s goes in and comes out', async (encoding, text) => {
    const tab = await lab.open()
    const json = JSON.stringify(text)
    await tab.evaluate(`${FS}.writeFileSync(${at('b')}, ${json}, '${encoding}')`)
    const bytes = `[...new Uint8Array(${FS}.readFileSync(${at('b')}))]`
    expect(await tab.evaluate(bytes)).toEqual([0, 255, 128])
    expect(await tab.evaluate(`${FS}.readFileSync(${at('b')}, '${encoding}')`)).toBe(text)
  })

  test('each person has files of their own', async () => {
    const lin = await lab.open()
    await lin.evaluate(`${FS}.writeFileSync(${at('mine')}, 'x')`)
    const zhou = await lab.open('pages/home/home', { openid: 'o-zhou' })
    expect(await failure(zhou, `${FS}.readFileSync(${at('mine')})`)).toBe(
      `readFileSync:fail no such file or directory, open 'http://usr/mine'`,
    )
  })

  test('a file is copied, measured, found and removed', async () => {
    const tab = await lab.open()
    await tab.evaluate(`${FS}.writeFileSync(${at('a.txt')}, '12345')`)
    await tab.evaluate(`${FS}.copyFileSync(${at('a.txt')}, ${at('c.txt')})`)
    expect(await tab.evaluate(`${FS}.statSync(${at('c.txt')}).size`)).toBe(5)
    expect(await failure(tab, `${FS}.accessSync(${at('c.txt')})`)).toBe('ok')
    await tab.evaluate(`${FS}.unlinkSync(${at('c.txt')})`)
    expect(await failure(tab, `${FS}.accessSync(${at('c.txt')})`)).toBe(
      'accessSync:fail no such file or directory http://usr/c.txt',
    )
  })

  test('the same goes by callbacks, and without a promise', async () => {
    const tab = await lab.open()
    const path = at('d.txt')
    expect(await later(tab, 'writeFile', `{ filePath: ${path}, data: 'abcdef' }`)).toEqual({
      errMsg: 'writeFile:ok',
    })
    const part = `{ filePath: ${path}, encoding: 'utf8', position: 2, length: 3 }`
    expect(await later(tab, 'readFile', part)).toEqual({ errMsg: 'readFile:ok', data: 'cde' })
    expect(await later(tab, 'getFileInfo', `{ filePath: ${path} }`)).toMatchObject({ size: 6 })
    expect(await later(tab, 'unlink', `{ filePath: ${path} }`)).toEqual({ errMsg: 'unlink:ok' })
    expect(await later(tab, 'getFileInfo', `{ filePath: ${path} }`)).toEqual({
      errMsg: 'getFileInfo:fail file not exist',
    })
  })

  test.each([
    [`'http://tmp/x'`, 'permission denied'],
    [`'images/x'`, 'permission denied'],
    [at('folder/x'), 'no such file or directory'],
  ])('nothing is written to %s', async (path, reason) => {
    const tab = await lab.open()
    expect(await failure(tab, `${FS}.writeFileSync(${path}, 'x')`)).toContain(reason)
  })

  test('an encoding and a method that are not there fail by their names', async () => {
    const tab = await lab.open()
    expect(await failure(tab, `${FS}.writeFileSync(${at('x')}, 'x', 'ucs2')`)).toBe(
      'writeFileSync:fail invalid encoding "ucs2"',
    )
    await tab.evaluate(`${FS}.mkdir`)
    await tab.getByText('预览手机不支持 FileSystemManager.mkdir').waitFor()
  })

  test('a document is handed over to be saved', async () => {
    const tab = await lab.open()
    await tab.evaluate(`${FS}.writeFileSync(${at('退费.xlsx')}, 'sheet')`)
    expect(await tab.evaluate(`wx.openDocument({ filePath: ${at('退费.xlsx')} })`)).toEqual({
      errMsg: 'openDocument:ok',
    })
    const download = tab.waitForEvent('download')
    await tab.getByRole('link', { name: '保存到这台电脑' }).click()
    expect((await download).suggestedFilename()).toBe('退费.xlsx')
    await tab.getByRole('dialog').waitFor({ state: 'detached' })
    const open = (input: string) =>
      tab.evaluate(`wx.openDocument(${input}).catch(({ errMsg }) => errMsg)`)
    expect(await open(`{ filePath: ${at('none.pdf')} }`)).toContain("file doesn't exist")
    expect(await open(`{ filePath: ${at('退费.xlsx')}, fileType: 'exe' }`)).toContain('filetype')
  })

  test('a picture of the phone’s own is shown', async () => {
    const tab = await lab.open()
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="7" height="9"/>`
    await tab.evaluate(`${FS}.writeFileSync(${at('p.svg')}, '${svg}')`)
    await tab.evaluate(`getCurrentPages()[0].setData({ picture: ${at('p.svg')} })`)
    await tab.waitForFunction('getApp().globalData.log.includes("picture 7x9")')
  })
})
