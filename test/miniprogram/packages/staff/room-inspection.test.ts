/** @jest-environment jsdom */
import type { Rendered } from '../../components/rendering'
import { phoneStorage } from '../../services/storage'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { LIN, XU, ZHOU, requestAnswer, roomAnswer, settle } from './answers'
import { renderStaff } from './rendering'

type Network = (event: { isConnected: boolean }) => void

const ROOM = { ok: true as const, data: roomAnswer() }
const ALL_WELL = {
  ok: true as const,
  data: { results: [LIN, ZHOU, XU].map((id) => ({ id, ok: true, message: '请确认检查记录' })) },
}

let wechat: Wechat
let storage: ReturnType<typeof phoneStorage>
let network: Network[]

beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation()
  storage = phoneStorage()
  network = []
  wechat = stubWechat({
    ...storage.apis,
    requestSubscribeMessage: () => Promise.resolve({}),
    onNetworkStatusChange: (listener: Network) => network.push(listener),
    getFileSystemManager: () => ({}),
  })
})

async function open(id = LIN): Promise<Rendered> {
  const room = renderStaff('room-inspection', { requestId: id })
  await settle()
  return room
}

async function openRoom(): Promise<Rendered> {
  wechat.answers = [ROOM]
  return open()
}

const THINGS = ['床', '桌', '椅'].map((thing) => ({ thing, condition: 'good' }))

async function allWell(room: Rendered): Promise<void> {
  await room.fire('.things', 'change', { things: THINGS })
}

async function send(room: Rendered): Promise<void> {
  await room.tap('.send')
  await settle()
}

async function damage(room: Rendered, price: string, ids = [LIN, ZHOU, XU]): Promise<void> {
  const damages = [{ key: 1, thing: '桌', price, ids }]
  await room.fire('.damages', 'change', { damages })
}

const drafts = () => [...storage.kept.keys()].filter((key) => key.startsWith('draft:inspection:'))

test('all who leave the room are looked at, and nothing is kept before something is written', async () => {
  const room = await openRoom()
  expect(room.text()).toContain('3 号楼 412 室')
  expect(room.text()).toMatch(/林知夏2 床.*周予安3 床.*许沐阳4 床/)
  expect(room.text()).toContain('提交 3 人的检查记录')
  expect(drafts()).toEqual([])
})

test('an inspection is sent whole, and each one’s result is shown', async () => {
  const room = await openRoom()
  await allWell(room)
  wechat.answers = [ALL_WELL]
  await send(room)
  expect(wechat.sent[1]).toMatchObject({
    rows: [
      { id: LIN, version: 3, result: 'pass', keysReturned: 2 },
      { id: ZHOU, version: 4, result: 'pass', keysReturned: 1 },
      { id: XU, version: 5, result: 'pass', keysReturned: 2 },
    ],
    checklist: THINGS,
    damages: [],
    photos: [],
    remarks: '',
  })
  expect(room.text()).toContain('3 人的检查记录已送到')
  expect(room.text()).toContain('周予安检查通过，等学生确认')
  expect(drafts()).toEqual([])
})

test('of mixed results each says its own', async () => {
  const room = await openRoom()
  await allWell(room)
  const results = [
    { id: LIN, ok: true, message: '' },
    { id: ZHOU, ok: false, message: '周予安 10:05 撤回了申请。' },
  ]
  wechat.answers = [{ ok: true, data: { results } }]
  await send(room)
  expect(room.text()).toMatch(/周予安没有办成：周予安 10:05 撤回了申请。.*林知夏检查通过/)
})

test('who is left out is not sent, and answers for nothing', async () => {
  const room = await openRoom()
  await allWell(room)
  await damage(room, '100')
  const people = roomAnswer().roommates.map((mate) => ({
    ...mate,
    chosen: mate.id === ZHOU,
    result: 'repair',
    keysReturned: 0,
  }))
  await room.fire('.people', 'change', { people })
  wechat.answers = [ALL_WELL]
  await send(room)
  expect(wechat.sent[1]).toMatchObject({
    rows: [{ id: ZHOU, result: 'repair', keysReturned: 0 }],
    damages: [{ thing: '桌', priceFen: 10_000, ids: [ZHOU] }],
  })
})

test('what is wrong stands at its field, and nothing is sent', async () => {
  const room = await openRoom()
  await damage(room, '12元5')
  await send(room)
  expect(room.text()).toContain('请选完好、损坏或缺失')
  expect(room.text()).toContain('赔偿金额只写数字，例如 120 或 35.50')
  expect(room.text()).toMatch(/还有 4 处要填或者要改/)
  expect(wechat.sent).toHaveLength(1)
})

test('whoever has to put something right is told what', async () => {
  const room = await openRoom()
  await allWell(room)
  const people = [{ ...roomAnswer().roommates[0], chosen: true, result: 'repair', keysReturned: 1 }]
  await room.fire('.people', 'change', { people })
  await send(room)
  expect(room.text()).toContain('请写明要修复或赔偿什么')
  await room.fire('.lines', 'input', { value: '把桌子修好' })
  expect(room.text()).not.toContain('请写明要修复或赔偿什么')
})

test('shares are shown to the fen while they are typed, and add up', async () => {
  const room = await openRoom()
  await damage(room, '100')
  expect(room.text()).toContain('林知夏 33.34 元周予安 33.33 元许沐阳 33.33 元')
})

test('what was written outlives a closed app, and who came since is added', async () => {
  const room = await openRoom()
  await allWell(room)
  await damage(room, '35.50', [ZHOU])
  room.close()
  const later = roomAnswer()
  later.roommates[0] = { ...roomAnswer().roommates[0], version: 9 } as never
  wechat.answers = [{ ok: true, data: later }]
  const again = await open(ZHOU)
  expect(again.text()).toContain('周予安 35.50 元')
  wechat.answers = [ALL_WELL]
  await send(again)
  expect(wechat.sent.at(-1)).toMatchObject({
    rows: [{ id: LIN }, { id: ZHOU, version: 9 }, { id: XU }],
    damages: [{ priceFen: 3_550, ids: [ZHOU] }],
  })
})

test('without a network the kept inspection opens and goes on', async () => {
  const room = await openRoom()
  await allWell(room)
  room.close()
  wechat.answers = ['lost']
  const again = await open()
  expect(again.text()).toContain('没有连上，接着写就行')
  expect(again.text()).toContain('提交 3 人的检查记录')
})

test('a lost answer is said, and it is sent again under its id when the network is back, once', async () => {
  const room = await openRoom()
  await allWell(room)
  wechat.answers = ['lost']
  await send(room)
  expect(room.text()).toContain('没有连上，已存在手机里，连上后会自动再发')
  wechat.answers = [ALL_WELL]
  for (const tell of network) {
    tell({ isConnected: true })
    tell({ isConnected: true })
  }
  await settle()
  const [, first, ...rest] = wechat.sent
  expect(rest).toEqual([first])
  expect(room.text()).toContain('3 人的检查记录已送到')
  expect(drafts()).toEqual([])
})

test('after the app was killed the next opening sends it again, under the same id, once', async () => {
  const room = await openRoom()
  await allWell(room)
  wechat.answers = ['lost']
  await send(room)
  room.close()
  wechat.answers = [ALL_WELL]
  const again = await open()
  const [, first, ...rest] = wechat.sent
  expect(rest).toEqual([first])
  expect(again.text()).toContain('3 人的检查记录已送到')
  expect(drafts()).toEqual([])
})

test('at the desk, too, what waits goes out, and its results are shown', async () => {
  const room = await openRoom()
  await allWell(room)
  wechat.answers = ['lost']
  await send(room)
  room.close()
  const notes = renderStaff('draft-notes', {})
  expect(notes.text()).toContain('3 号楼 412 室检查记录还没有发出，连上后会自动再发')
  wechat.answers = [ALL_WELL]
  await settle()
  expect(notes.text()).toContain('3 号楼 412 室，3 人的检查记录已送到')
  expect(notes.text()).not.toContain('还没有发出')
})

test('gone on with and sent unchanged, it still goes under its id; changed, under another', async () => {
  const room = await openRoom()
  await allWell(room)
  wechat.answers = ['lost']
  await send(room)
  await room.tap('.button')
  await send(room)
  expect(wechat.sent[2]).toEqual(wechat.sent[1])
  await room.tap('.button')
  await room.fire('.lines', 'input', { value: '窗帘带走了' })
  await send(room)
  expect(wechat.sent[3]?.requestId).not.toBe(wechat.sent[1]?.requestId)
})

test('a refusal stands at its field, and everything is still there', async () => {
  const room = await openRoom()
  await allWell(room)
  const message = '一次只能检查一间房，请分开提交。'
  wechat.answers = [refused('INVALID', message, { rows: message })]
  await send(room)
  expect(room.text()).toContain(message)
  expect(drafts()).toHaveLength(1)
})

test('where nothing is left to inspect it says where the request stands, and keeps no draft', async () => {
  const room = await openRoom()
  await allWell(room)
  room.close()
  wechat.answers = [
    { ok: true, data: requestAnswer({ headline: '请确认检查记录', actions: [], version: 4 }) },
  ]
  const again = await open()
  expect(again.text()).toContain('这份申请：请确认检查记录')
  expect(drafts()).toEqual([])
})

test('photos wait on the phone for the network; each goes up once', async () => {
  const room = await openRoom()
  await allWell(room)
  const photos = ['a', 'b'].map((name) => ({ file: name, id: '', size: { width: 4, height: 3 } }))
  await room.fire('.photos', 'change', { photos })
  const uploaded = uploads(['a'])
  await send(room)
  expect(room.text()).toContain('没有连上，已存在手机里，连上后会自动再发')
  expect(wechat.sent).toHaveLength(1)
  const later = uploads(['a', 'b'])
  wechat.answers = [ALL_WELL]
  await room.tap('.again')
  await settle()
  expect([...uploaded, ...later]).toEqual(['a', 'b'])
  expect(wechat.sent[1]).toMatchObject({ photos: [cloudFile('a'), cloudFile('b')] })
})

const cloudFile = (name: string) => `cloud://env.1/photos/${name.repeat(24)}.jpg`

/** From now on these files can be sent; answers which were. */
function uploads(possible: string[]): string[] {
  const sent: string[] = []
  const { wx } = globalThis as unknown as { wx: Record<string, object> }
  Object.assign(wx, {
    compressImage: ({ src }: { src: string }) => Promise.resolve({ tempFilePath: src }),
    getFileSystemManager: () => ({ accessSync: () => undefined, unlink: () => undefined }),
  })
  Object.assign(wx.cloud as object, {
    uploadFile: ({ filePath, success, fail }: Upload) => {
      if (possible.includes(filePath)) {
        sent.push(filePath)
        success({ fileID: cloudFile(filePath) })
      } else fail({ errMsg: 'uploadFile:fail' })
      return { onProgressUpdate: () => undefined }
    },
  })
  return sent
}

interface Upload {
  filePath: string
  success(result: { fileID: string }): void
  fail(error: { errMsg: string }): void
}
