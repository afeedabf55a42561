import type { Page } from 'playwright-core'
import { log, openCloudLab, type CloudLab } from './lab'

describe('files in the cloud', () => {
  let lab: CloudLab
  beforeAll(async () => {
    lab = await openCloudLab()
  })
  afterAll(() => lab.close())

  const settle = (tab: Page, call: string): Promise<Record<string, unknown>> =>
    tab.evaluate(`${call}.catch((failure) => ({ failed: true, ...failure }))`)
  /** One pixel. */
  const PICTURE =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  const upload = async (tab: Page, name: string): Promise<string> => {
    await tab.evaluate(
      `wx.getFileSystemManager().writeFileSync(wx.env.USER_DATA_PATH + '/p.png', '${PICTURE}', 'base64')`,
    )
    const { fileID } = await settle(
      tab,
      `wx.cloud.uploadFile({ cloudPath: 'dorm/${name}', filePath: wx.env.USER_DATA_PATH + '/p.png' })`,
    )
    return String(fileID)
  }
  const show = (tab: Page, src: string) =>
    tab.evaluate(`getCurrentPages()[0].setData({ picture: '${src}' })`)

  test('a file goes up, comes down, and is what it was', async () => {
    const tab = await lab.open()
    const fileID = await upload(tab, '床 1.png')
    expect(fileID).toMatch(/^cloud:\/\/local\..*\/dorm\/床 1\.png$/)
    const down = await settle(tab, `wx.cloud.downloadFile({ fileID: '${fileID}' })`)
    expect(down).toMatchObject({ statusCode: 200, errMsg: 'cloud.downloadFile:ok' })
    expect(down.tempFilePath).toMatch(/^http:\/\/tmp\/\w+\.png$/)
    const read = `wx.getFileSystemManager().readFileSync('${String(down.tempFilePath)}', 'base64')`
    expect(await tab.evaluate(read)).toBe(PICTURE)
  })

  test('a link is got, and downloaded with wx.downloadFile, until it ends', async () => {
    const tab = await lab.open()
    const fileID = await upload(tab, 'a.png')
    const { fileList } = (await settle(
      tab,
      `wx.cloud.getTempFileURL({ fileList: [{ fileID: '${fileID}', maxAge: 60 }] })`,
    )) as { fileList: { tempFileURL: string }[] }
    expect(fileList).toMatchObject([{ fileID, status: 0, errMsg: 'ok', maxAge: 60 }])
    const download = `new Promise((success) => {
      wx.downloadFile({ url: '${fileList[0]?.tempFileURL ?? ''}', success })
    })`
    expect(await tab.evaluate(download)).toMatchObject({ statusCode: 200 })
    const later = lab.cloud.clock.now().getTime() + 61_000
    lab.cloud.clock.set(new Date(later).toISOString())
    expect(await tab.evaluate(download)).toMatchObject({ statusCode: 403 })
  })

  test('its progress is told, and it can be stopped', async () => {
    const tab = await lab.open()
    await upload(tab, 'b.png')
    const told = await tab.evaluate(`new Promise((resolve) => {
      const told = []
      const task = wx.cloud.uploadFile({
        cloudPath: 'dorm/b.png',
        filePath: wx.env.USER_DATA_PATH + '/p.png',
        success: () => resolve(told),
      })
      task.onProgressUpdate((progress) => told.push(progress))
    })`)
    expect(told).toContainEqual({
      progress: 100,
      totalBytesSent: expect.any(Number) as number,
      totalBytesExpectedToSend: expect.any(Number) as number,
    })
    const stopped = await tab.evaluate(`new Promise((fail) => {
      wx.cloud.uploadFile({ cloudPath: 'c', filePath: wx.env.USER_DATA_PATH + '/p.png', fail }).abort()
    })`)
    expect(stopped).toEqual({ errMsg: 'cloud.uploadFile:fail abort' })
  })

  test('an image shows a file of the cloud to whose it is', async () => {
    const lin = await lab.open()
    const fileID = await upload(lin, 'd.png')
    await show(lin, fileID)
    await lin.waitForFunction('getApp().globalData.log.includes("picture 1x1")')
    const zhou = await lab.open('pages/home/home', { openid: 'o-zhou' })
    await show(zhou, fileID)
    await zhou.waitForFunction(`getApp().globalData.log.includes("GET ${fileID} failed")`)
    expect(await log(zhou)).not.toContain('picture 1x1')
  })

  test('others get no link, and nobody deletes', async () => {
    const fileID = await upload(await lab.open(), 'e.png')
    const zhou = await lab.open('pages/home/home', { openid: 'o-zhou' })
    const refused = { fileList: [{ fileID, status: -503002, errMsg: 'storage permission denied' }] }
    const fileList = `{ fileList: ['${fileID}'] }`
    expect(await settle(zhou, `wx.cloud.getTempFileURL(${fileList})`)).toMatchObject(refused)
    expect(await settle(zhou, `wx.cloud.downloadFile({ fileID: '${fileID}' })`)).toMatchObject({
      failed: true,
      errCode: -503002,
    })
    const lin = await lab.open()
    expect(await settle(lin, `wx.cloud.deleteFile(${fileList})`)).toMatchObject(refused)
  })

  test('what is not there, and a network that is away, fail', async () => {
    const tab = await lab.open()
    expect(
      await settle(tab, `wx.cloud.uploadFile({ cloudPath: 'x', filePath: 'http://tmp/none' })`),
    ).toMatchObject({ failed: true, errMsg: 'cloud.uploadFile:fail file not found' })
    await upload(tab, 'f.png')
    await tab.context().setOffline(true)
    expect(
      await settle(
        tab,
        `wx.cloud.uploadFile({ cloudPath: 'x', filePath: wx.env.USER_DATA_PATH + '/p.png' })`,
      ),
    ).toMatchObject({ failed: true, errCode: -1 })
    await tab.context().setOffline(false)
  })
})
