import type { Page } from 'playwright-core'
import { openLab, type Lab } from './lab'

/** One pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PIXEL })

describe('pictures and files from outside', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  const settle = (tab: Page, call: string): Promise<Record<string, unknown>> =>
    tab.evaluate(`${call}.catch((failure) => ({ failed: true, ...failure }))`)
  /** A phone whose person has agreed to the privacy guide. */
  const agreed = async (): Promise<Page> => {
    const tab = await lab.open('pages/privacy/privacy')
    await tab.getByRole('button', { name: '同意' }).click()
    return tab
  }
  const choose = async (tab: Page, call: string, button: string, files: object[]) => {
    const answer = settle(tab, call)
    const chooser = tab.waitForEvent('filechooser')
    await tab.getByRole('button', { name: button }).click()
    await (await chooser).setFiles(files as ReturnType<typeof picture>[])
    return answer as Promise<{ tempFiles: Record<string, unknown>[] }>
  }

  test('pictures are chosen, no more than asked for, and are temporary files', async () => {
    const tab = await agreed()
    const call = `wx.chooseMedia({ count: 2, mediaType: ['image'], sizeType: ['original'] })`
    const files = ['a.png', 'b.png', 'c.png'].map(picture)
    const answer = await choose(tab, call, '从相册选择', files)
    expect(answer).toMatchObject({ type: 'image', errMsg: 'chooseMedia:ok' })
    expect(answer.tempFiles).toHaveLength(2)
    expect(answer.tempFiles[0]).toEqual({
      tempFilePath: expect.stringMatching(/^http:\/\/tmp\/\w+\.png$/) as string,
      size: PIXEL.length,
      fileType: 'image',
    })
    const path = String(answer.tempFiles[0]?.tempFilePath)
    const read = `wx.getFileSystemManager().readFileSync('${path}', 'base64')`
    expect(await tab.evaluate(read)).toBe(PIXEL.toString('base64'))
  })

  test('compressed ones are JPEG; the camera can be the only source', async () => {
    const tab = await agreed()
    const call = `wx.chooseMedia({ mediaType: ['image'], sizeType: ['compressed'], sourceType: ['camera'] })`
    const answer = settle(tab, call)
    expect(await tab.getByRole('dialog').getByRole('button').allInnerTexts()).toEqual([
      '拍摄',
      '取消',
    ])
    await tab.getByRole('dialog').locator('input[type=file]').setInputFiles(picture('a.png'))
    const { tempFiles } = (await answer) as { tempFiles: { tempFilePath: string }[] }
    expect(tempFiles[0]?.tempFilePath).toMatch(/\.jpg$/)
  })

  test.each(['chooseMedia', 'chooseMessageFile'])('%s can be cancelled', async (name) => {
    const tab = await agreed()
    const answer = settle(tab, `wx.${name}({ count: 1, mediaType: ['image'] })`)
    await tab.getByRole('button', { name: '取消' }).click()
    expect(await answer).toEqual({ failed: true, errMsg: `${name}:fail cancel` })
  })

  test.each(['chooseMedia', 'chooseMessageFile'])(
    '%s waits for the privacy guide',
    async (name) => {
      const tab = await lab.open('pages/privacy/privacy', { openid: 'o-refuses' })
      const refused = await tab.evaluate(`
        wx.onNeedPrivacyAuthorization((resolve) => resolve({ event: 'disagree' }))
        wx.${name}({ count: 1, mediaType: ['image'] }).catch((failure) => failure)`)
      expect(refused).toEqual({
        errMsg: `${name}:fail privacy permission is not authorized`,
        errno: 104,
      })
    },
  )

  test('videos are not supported, and that is said', async () => {
    const tab = await agreed()
    expect(await settle(tab, `wx.chooseMedia({})`)).toMatchObject({ failed: true })
    await tab.getByText('预览手机不支持 wx.chooseMedia 的视频').waitFor()
  })

  test('files are chosen by their extension, and keep their names', async () => {
    const tab = await agreed()
    const call = `wx.chooseMessageFile({ count: 5, type: 'file', extension: ['xlsx'] })`
    const file = (name: string) => ({ name, mimeType: '', buffer: Buffer.from('12345') })
    const { tempFiles } = await choose(tab, call, '从聊天记录选择', [
      file('退费.XLSX'),
      file('照片.zip'),
    ])
    expect(tempFiles).toEqual([
      {
        path: expect.stringMatching(/^http:\/\/tmp\/\w+\.xlsx$/) as string,
        name: '退费.XLSX',
        size: 5,
        type: 'file',
        time: expect.any(Number) as number,
      },
    ])
  })

  test('a choice can be replaced by a test', async () => {
    const tab = await agreed()
    await tab.evaluate(`wx.chooseMedia = async () => ({ tempFiles: [{ tempFilePath: 'mine' }] })`)
    expect(await settle(tab, 'wx.chooseMedia({})')).toEqual({
      tempFiles: [{ tempFilePath: 'mine' }],
    })
  })
})

describe('pictures', () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.close())

  /** A PNG of 400 × 200, in the user's folder. */
  const draw = (tab: Page): Promise<void> =>
    tab.evaluate(`(async () => {
      const canvas = new OffscreenCanvas(400, 200)
      const pen = canvas.getContext('2d')
      for (let x = 0; x < 400; x += 2) {
        pen.fillStyle = \`rgb(\${x % 251} \${(x * 7) % 251} \${(x * 13) % 251})\`
        pen.fillRect(x, (x * 31) % 200, 40, 40)
      }
      const data = await (await canvas.convertToBlob()).arrayBuffer()
      wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/p.png', data)
    })()`)
  const compress = (tab: Page, options: string): Promise<{ size: number; shape: number[] }> =>
    tab.evaluate(`(async () => {
      const src = wx.env.USER_DATA_PATH + '/p.png'
      const { tempFilePath } = await wx.compressImage({ src, ...${options} })
      const bytes = wx.getFileSystemManager().readFileSync(tempFilePath)
      const { width, height } = await createImageBitmap(new Blob([bytes]))
      const isJpeg = new Uint8Array(bytes)[0] === 0xff && tempFilePath.endsWith('.jpg')
      return { size: bytes.byteLength, shape: [width, height], isJpeg }
    })()`)

  test('are made smaller by quality and by size', async () => {
    const tab = await lab.open()
    await draw(tab)
    const good = await compress(tab, '{ quality: 90 }')
    const poor = await compress(tab, '{ quality: 20 }')
    expect([good, poor]).toMatchObject([{ shape: [400, 200], isJpeg: true }, { shape: [400, 200] }])
    expect(poor.size).toBeLessThan(good.size / 2)
    expect(await compress(tab, '{ compressedWidth: 100 }')).toMatchObject({ shape: [100, 50] })
    expect(await compress(tab, '{ compressedHeight: 100 }')).toMatchObject({ shape: [200, 100] })
  })

  test('one that is not there fails', async () => {
    const tab = await lab.open()
    const failure = `wx.compressImage({ src: '/images/none.png' }).catch(({ errMsg }) => errMsg)`
    expect(await tab.evaluate(failure)).toBe('compressImage:fail file not exist: /images/none.png')
  })

  test.each([
    [
      'previewImage',
      `{ urls: ['/images/dot.svg', '/images/dot.svg?2'], current: '/images/dot.svg?2' }`,
    ],
    [
      'previewMedia',
      `{ sources: [{ url: '/images/dot.svg' }, { url: '/images/dot.svg?2' }], current: 1 }`,
    ],
  ])('%s shows them large, one after the other', async (name, input) => {
    const tab = await lab.open()
    expect(await tab.evaluate(`wx.${name}(${input})`)).toEqual({ errMsg: `${name}:ok` })
    const viewer = tab.getByRole('dialog', { name: '预览图片' })
    expect(await viewer.locator('p').innerText()).toBe('2 / 2')
    await viewer.getByRole('button', { name: '上一张' }).click()
    expect(await viewer.getByRole('img', { name: '第 1 张' }).getAttribute('src')).toBe(
      '/phone/files/images/dot.svg',
    )
    await tab.keyboard.press('ArrowRight')
    expect(await viewer.locator('p').innerText()).toBe('2 / 2')
    await viewer.getByRole('img').click()
    expect(await viewer.count()).toBe(0)
  })
})
