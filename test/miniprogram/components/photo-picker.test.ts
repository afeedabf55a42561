/** @jest-environment jsdom */
import { stubWechat } from '../services/wechat'
import { render } from './rendering'

interface Upload {
  cloudPath: string
  filePath: string
  success(result: { fileID: string }): void
  fail(result: { errMsg: string }): void
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 20))

function open(apis: object = {}, properties: object = {}) {
  const uploads: Upload[] = []
  const squeezed: unknown[] = []
  let progress: (task: { progress: number }) => void = () => undefined
  stubWechat({
    chooseMedia: () =>
      Promise.resolve({ tempFiles: [{ tempFilePath: 'tmp/1' }, { tempFilePath: 'tmp/2' }] }),
    compressImage: (options: { src: string }) => {
      squeezed.push(options)
      return Promise.resolve({ tempFilePath: `${options.src}.jpg` })
    },
    ...apis,
  })
  const { wx } = globalThis as unknown as { wx: { cloud: object } }
  Object.assign(wx.cloud, {
    uploadFile: (upload: Upload) => {
      uploads.push(upload)
      return { onProgressUpdate: (listener: typeof progress) => (progress = listener) }
    },
  })
  const picker = render('photo-picker', { label: '照片', ...properties })
  const changes: unknown[] = []
  picker.on('change', ({ detail }) => changes.push(detail))
  return {
    picker,
    uploads,
    squeezed,
    changes,
    tell: (percent: number) => progress({ progress: percent }),
  }
}

type Opened = ReturnType<typeof open>

/** Photos are chosen, and their thumbnails are on the screen. */
async function add({ picker }: Opened, width = 4000, height = 3000) {
  await picker.tap('.add')
  await settle()
  await picker.fire('.picture', 'load', { width, height }, 0)
  await picker.fire('.picture', 'load', { width: 800, height: 600 }, 1)
  await settle()
}

test('a photo is made small and sent under a name that nobody can guess', async () => {
  const opened = open()
  await add(opened)
  expect(opened.squeezed).toEqual([
    { src: 'tmp/1', quality: 80, compressedWidth: 1280 },
    { src: 'tmp/2', quality: 80 },
  ])
  expect(opened.uploads[0]?.cloudPath).toMatch(/^photos\/[\w-]{24}\.jpg$/)
  expect(opened.uploads[0]?.filePath).toBe('tmp/1.jpg')
})

test('of a tall photo the height is made small', async () => {
  const opened = open()
  await add(opened, 3000, 4000)
  expect(opened.squeezed[0]).toEqual({ src: 'tmp/1', quality: 80, compressedHeight: 1280 })
})

test('it tells how far it is, and its form when it is there', async () => {
  const opened = open()
  await add(opened)
  opened.tell(40)
  await settle()
  expect(opened.picker.text()).toContain('40%')
  expect(opened.changes.at(-1)).toEqual({ photos: [], waiting: 2 })
  opened.uploads[0]?.success({ fileID: 'cloud://a' })
  await settle()
  expect(opened.changes.at(-1)).toEqual({
    photos: [{ id: 'cloud://a', url: 'tmp/1' }],
    waiting: 1,
  })
})

test('a photo that could not be sent stays, and goes when it is sent again', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const opened = open()
  await add(opened)
  opened.uploads[0]?.fail({ errMsg: 'timeout' })
  opened.uploads[1]?.success({ fileID: 'cloud://b' })
  await settle()
  expect(opened.picker.text()).toContain('没传上')
  expect(opened.changes.at(-1)).toMatchObject({ waiting: 1 })
  await opened.picker.tap('.again')
  await settle()
  opened.uploads[2]?.success({ fileID: 'cloud://a' })
  await settle()
  expect(opened.changes.at(-1)).toMatchObject({
    photos: [{ id: 'cloud://a' }, { id: 'cloud://b' }],
    waiting: 0,
  })
})

test('a photo that was taken away on its way does not come back', async () => {
  const opened = open()
  await add(opened)
  await opened.picker.tap('.remove')
  opened.uploads[0]?.success({ fileID: 'cloud://a' })
  await settle()
  expect(opened.changes.at(-1)).toEqual({ photos: [], waiting: 1 })
})

test.each([
  ['chooseMedia:fail auth deny', '微信还不能用相机和相册'],
  ['chooseMedia:fail', '没有选到照片，请再试一次'],
])('%s is said as %s', async (errMsg, sentence) => {
  const { picker } = open({
    chooseMedia: () => Promise.reject(Object.assign(new Error(), { errMsg })),
  })
  await picker.tap('.add')
  await settle()
  expect(picker.text()).toContain(sentence)
})

test('where WeChat’s privacy guide is open still, it is asked for here', async () => {
  const errMsg = 'chooseMedia:fail privacy permission is not authorized'
  const { picker } = open({
    chooseMedia: () => Promise.reject(Object.assign(new Error(), { errMsg })),
  })
  await picker.tap('.add')
  await settle()
  expect(picker.text()).toContain('我已阅读并同意')
  await picker.fire('.consent', 'change', { agreed: true })
  expect(picker.text()).not.toContain('我已阅读并同意')
})

test('changing one’s mind is no trouble', async () => {
  const errMsg = 'chooseMedia:fail cancel'
  const { picker } = open({
    chooseMedia: () => Promise.reject(Object.assign(new Error(), { errMsg })),
  })
  await picker.tap('.add')
  await settle()
  expect(picker.html()).not.toContain('main--wrong')
})

test('photos of before are shown, by their id where there is no link, and count', () => {
  const photos = Array.from({ length: 9 }, (_, index) => ({ id: `cloud://${index}`, url: '' }))
  const { picker } = open({}, { photos })
  expect(picker.html()).toContain('cloud://8')
  expect(picker.text()).not.toContain('加照片')
})
