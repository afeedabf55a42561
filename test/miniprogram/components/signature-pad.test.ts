/** @jest-environment jsdom */
import { stubWechat } from '../services/wechat'
import { render, type Rendered } from './rendering'

const ID = `cloud://env.bucket/photos/${'a'.repeat(24)}.png`

let drawn: unknown[][]
let uploads: { cloudPath: string }[]
let fails: boolean

function phone(): Record<string, unknown> {
  const noted =
    (name: string) =>
    (...given: unknown[]) =>
      drawn.push([name, ...given])
  const strokes = ['scale', 'fillRect', 'beginPath', 'moveTo', 'lineTo', 'stroke']
  const context = Object.fromEntries(strokes.map((name) => [name, noted(name)]))
  const node = { width: 0, height: 0, getContext: () => context }
  const query = {
    in: () => query,
    select: () => query,
    fields: () => query,
    exec: (found: (nodes: unknown[]) => void) => found([{ node, width: 300, height: 180 }]),
  }
  return {
    createSelectorQuery: () => query,
    getWindowInfo: () => ({ pixelRatio: 2 }),
    nextTick: (run: () => void) => run(),
    canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'http://tmp/1.png' }),
  }
}

beforeEach(() => {
  drawn = []
  uploads = []
  fails = false
  stubWechat(phone())
  const { cloud } = (globalThis as unknown as { wx: { cloud: object } }).wx
  Object.assign(cloud, {
    uploadFile: (order: {
      cloudPath: string
      success(answer: object): void
      fail(answer: object): void
    }) => {
      uploads.push(order)
      if (fails) order.fail({ errMsg: 'uploadFile:fail' })
      else order.success({ fileID: ID })
      return { onProgressUpdate: () => undefined }
    },
  })
})

let opened: Rendered | undefined

afterEach(() => opened?.close())

function open(value = ''): { pad: Rendered; told: unknown[] } {
  const told: unknown[] = []
  const pad = render('signature-pad', { label: '本人签名', value })
  pad.on('change', ({ detail }) => told.push((detail as { value: string }).value))
  opened = pad
  return { pad, told }
}

const rested = () => new Promise((resolve) => setTimeout(resolve, 1100))

function stroke(pad: Rendered): void {
  pad.call('start', { touches: [{ identifier: 0, x: 10, y: 20 }] })
  pad.call('move', { touches: [{ identifier: 0, x: 30, y: 40 }] })
  pad.call('end', { touches: [] })
}

test('a finger draws from where it was to where it is', () => {
  const { pad } = open()
  stroke(pad)
  expect(drawn).toContainEqual(['moveTo', 10, 20])
  expect(drawn).toContainEqual(['lineTo', 30, 40])
  expect(drawn).toContainEqual(['scale', 2, 2])
})

test('when the finger rests the signature goes into the cloud, under a name nobody can guess', async () => {
  const { pad, told } = open()
  stroke(pad)
  expect(told).toEqual(['on its way'])
  await rested()
  expect(told[1]).toBe(ID)
  expect(uploads).toHaveLength(1)
  expect(uploads[0]?.cloudPath).toMatch(/^photos\/[\w-]{24}\.png$/)
})

test('another stroke within the second belongs to the same signature', async () => {
  const { pad } = open()
  stroke(pad)
  stroke(pad)
  await rested()
  expect(uploads).toHaveLength(1)
})

test('what was not sent can be sent again', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  fails = true
  const { pad, told } = open()
  stroke(pad)
  await rested()
  expect(pad.text()).toContain('签名没有传上')
  fails = false
  await pad.tap('.again')
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(told[1]).toBe(ID)
})

test('wiped off, there is none', async () => {
  const { pad, told } = open(ID)
  expect(pad.html()).toContain('main--signed')
  await pad.tap('.wipe')
  expect(told).toEqual([''])
  expect(uploads).toEqual([])
})
