import { Readable } from 'node:stream'
import { Files } from '../../../local/cloud/files'
import { inFunction, openLaboratory, type Laboratory } from './laboratory'

let lab: Laboratory
beforeAll(async () => (lab = await openLaboratory()))
afterAll(() => lab.close())

describe.each(['wx', 'node'] as const)('%s SDK', (sdk) => {
  const upload = (path: string, text: string) =>
    inFunction(
      lab,
      sdk,
      async ({ cloud }, { path, text }) => {
        const fileContent = Buffer.from(text)
        return (await cloud.uploadFile({ cloudPath: path, fileContent })).fileID as string
      },
      { path, text },
    )

  test('a file goes up, gets a link, comes down and is deleted', async () => {
    const fileID = await upload('导出/6 月.csv', '学号,姓名\n')
    expect(fileID).toMatch(/^cloud:\/\/local\..*\/导出\/6 月\.csv$/)
    const { text, url } = await inFunction(
      lab,
      sdk,
      async ({ cloud }, fileID) => {
        const { fileContent } = await cloud.downloadFile({ fileID })
        const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] })
        return { text: fileContent.toString(), url: fileList[0].tempFileURL as string }
      },
      fileID,
    )
    expect(text).toBe('学号,姓名\n')
    expect(await (await fetch(url)).text()).toBe('学号,姓名\n')

    const deletions = await inFunction(
      lab,
      sdk,
      async ({ cloud }, fileID) => {
        const once = await cloud.deleteFile({ fileList: [fileID] })
        const twice = await cloud.deleteFile({ fileList: [fileID] })
        return [once, twice].map(({ fileList }) => fileList[0].code ?? fileList[0].status)
      },
      fileID,
    )
    expect(deletions).toEqual(
      sdk === 'wx' ? [0, expect.any(Number)] : ['SUCCESS', 'STORAGE_FILE_NONEXIST'],
    )
    expect((await fetch(url)).status).toBe(404)
  })

  const link = (fileID: string, maxAge?: number) =>
    inFunction(
      lab,
      sdk,
      async ({ cloud }, { fileID, maxAge }) => {
        const wanted = maxAge === undefined ? fileID : { fileID, maxAge }
        const { fileList } = await cloud.getTempFileURL({ fileList: [wanted] })
        return fileList[0] as { tempFileURL: string; maxAge: number }
      },
      { fileID, maxAge },
    )
  const after = async (seconds: number, url: string) => {
    const now = lab.cloud.clock.now().getTime()
    lab.cloud.clock.set(new Date(now + seconds * 1000).toISOString())
    return (await fetch(url)).status
  }

  test('a link is good for as long as it was asked for, by the cloud’s clock', async () => {
    const fileID = await upload('photo.jpg', 'x')
    const short = await link(fileID, 600)
    const standard = await link(fileID)
    const long = await link(fileID, 7 * 24 * 60 * 60)
    expect([short, standard, long].map(({ maxAge }) => maxAge)).toEqual([600, 86_400, 86_400])
    expect(await after(590, short.tempFileURL)).toBe(200)
    expect(await after(20, short.tempFileURL)).toBe(403)
    expect(await after(85_000, standard.tempFileURL)).toBe(200)
    expect(await after(1_000, standard.tempFileURL)).toBe(403)
    expect(await after(0, long.tempFileURL)).toBe(403)
  })

  test('a link cannot be made to last by whoever has it', async () => {
    const { tempFileURL } = await link(await upload('photo.jpg', 'x'), 10)
    const later = tempFileURL.replace(/t=(\d+)$/, (_, t: string) => `t=${Number(t) + 1000}`)
    expect((await fetch(later)).status).toBe(403)
    const sign = new URL(tempFileURL).searchParams.get('sign') ?? ''
    const headers = { authorization: sign }
    const put = await fetch(tempFileURL, { method: 'PUT', body: 'other', headers })
    expect(put.status).toBe(403)
  })

  test('a link for no time is refused', async () => {
    await expect(link(await upload('photo.jpg', 'x'), 0)).rejects.toThrow('max_age')
  })

  test('a second upload replaces the file', async () => {
    await upload('same.txt', 'long old text')
    const fileID = await upload('same.txt', 'new')
    const text = await inFunction(
      lab,
      sdk,
      async ({ cloud }, fileID) => (await cloud.downloadFile({ fileID })).fileContent.toString(),
      fileID,
    )
    expect(text).toBe('new')
  })

  test.each(['../outside.txt', 'a/../../outside.txt', '/etc/outside.txt', 'a//b.txt'])(
    'an upload to %s is refused',
    async (path) => {
      await expect(upload(path, 'x')).rejects.toThrow(`Invalid storage path: ${path}`)
    },
  )
})

describe('without the SDK', () => {
  test('a download needs the signature of its link', async () => {
    const answers = ['/storage/same.txt', '/storage/same.txt?sign=0000'].map((path) =>
      fetch(lab.cloud.url + path),
    )
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403])
  })

  test('an upload needs permission', async () => {
    const put = await fetch(`${lab.cloud.url}/storage/mine.txt`, { method: 'PUT', body: 'x' })
    expect(put.status).toBe(403)
  })

  test.each(['../outside.txt', 'a/../../outside.txt', '/etc/passwd', 'a\\..\\b', 'a?b', 'a%2fb'])(
    'the path %s leads nowhere, signed or not',
    async (path) => {
      const files = new Files(lab.folder, lab.cloud.url, lab.cloud.clock)
      expect(() => files.exists(path)).toThrow('Invalid storage path')
      expect(() => files.read(path)).toThrow('Invalid storage path')
      await expect(files.remove(path)).rejects.toThrow('Invalid storage path')
      await expect(files.save(path, Readable.from(['x']))).rejects.toThrow('Invalid storage path')
    },
  )
})
