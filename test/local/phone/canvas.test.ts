import type { Page } from 'playwright-core'
import { log, openLab, trouble, type Lab } from './lab'

describe('a 2d canvas', () => {
  let lab: Lab
  let tab: Page
  beforeAll(async () => {
    lab = await openLab()
  })
  beforeEach(async () => {
    tab = await lab.open('pages/canvas/canvas')
  })
  afterAll(() => lab.close())

  /** Runs with the canvas as a selector query found it. */
  const withCanvas = (code: string): Promise<unknown> =>
    tab.evaluate(
      `getCurrentPages()[0].look().then(async ([{ node, width, height }, none]) => { ${code} })`,
    )

  test('a query finds its node and its size; it begins with WeChat’s own', async () => {
    const found = await withCanvas('return [node.width, node.height, width, height, none]')
    expect(found).toEqual([300, 150, 200, 120, null])
  })

  test('what is drawn on it becomes a picture file of its own pixels', async () => {
    const pixels = await withCanvas(`
      node.width = 400
      node.height = 240
      const context = node.getContext('2d')
      context.scale(2, 2)
      context.fillStyle = '#ff0000'
      context.fillRect(0, 0, 100, 120)
      const { tempFilePath, errMsg } = await wx.canvasToTempFilePath({ canvas: node })
      const bytes = wx.getFileSystemManager().readFileSync(tempFilePath)
      const picture = await createImageBitmap(new Blob([bytes]))
      const copy = new OffscreenCanvas(picture.width, picture.height).getContext('2d')
      copy.drawImage(picture, 0, 0)
      const at = (x) => [...copy.getImageData(x, 10, 1, 1).data]
      return [errMsg, tempFilePath.endsWith('.png'), picture.width, picture.height, at(10), at(390)]
    `)
    const [red, nothing] = [
      [255, 0, 0, 255],
      [0, 0, 0, 0],
    ]
    expect(pixels).toEqual(['canvasToTempFilePath:ok', true, 400, 240, red, nothing])
  })

  test('a part of it is drawn as large as it is wanted', async () => {
    const size = await withCanvas(`
      const part = { x: 10, y: 10, width: 100, height: 50, destWidth: 200, destHeight: 100 }
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas: node, ...part })
      const bytes = wx.getFileSystemManager().readFileSync(tempFilePath)
      const picture = await createImageBitmap(new Blob([bytes]))
      return [picture.width, picture.height]
    `)
    expect(size).toEqual([200, 100])
  })

  test('without a canvas there is no picture', async () => {
    const failed = await tab.evaluate('wx.canvasToTempFilePath({}).catch(({ errMsg }) => errMsg)')
    expect(failed).toBe('canvasToTempFilePath:fail canvas is empty')
  })

  test('touches are counted from its own corner', async () => {
    const box = await tab.getByRole('img', { name: '签名' }).boundingBox()
    await tab.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 40)
    await tab.mouse.down()
    await tab.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 60)
    await tab.mouse.up()
    const touched = (await log(tab)).filter((line) => line.startsWith('touch'))
    const at = (x: number, y: number) => JSON.stringify([{ identifier: 0, x, y }])
    expect(touched[0]).toBe(`touchstart ${at(30, 40)} ${at(30, 40)}`)
    expect(touched[1]).toBe(`touchmove ${at(50, 60)} ${at(50, 60)}`)
    expect(touched).toHaveLength(3)
  })

  test('what it cannot do is said by name', async () => {
    await withCanvas(`node.getContext('webgl')`)
    expect(await trouble(tab)).toContain(`Canvas.getContext('webgl')`)
  })
})
