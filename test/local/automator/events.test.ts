import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { openLab, topPage, type Lab } from './lab'

let lab: Lab
let mp: MiniProgram
const events: unknown[][] = []

beforeAll(async () => {
  lab = await openLab()
})

beforeEach(async () => {
  mp = await lab.connect()
  events.length = 0
})

afterEach(() => mp.disconnect())

afterAll(() => lab.close())

function listen(to = mp): void {
  to.on('console', (event: unknown) => events.push(['console', event]))
  to.on('exception', (event: unknown) => events.push(['exception', event]))
}

test('what the mini program writes to the console comes with its kind and values', async () => {
  listen()
  await (await topPage(mp)).callMethod('complain')
  await mp.evaluate('() => console.warn(1, undefined)')
  expect(events.slice(1)).toEqual([
    [
      'console',
      { type: 'error', args: ['说一声', { code: 1 }, expect.stringMatching(/^Error: 怪/)] },
    ],
    ['console', { type: 'warn', args: [1, 'undefined'] }],
  ])
})

test('what happened while the mini program started is not lost', async () => {
  const broken = await lab.connect('?openid=o-broken')
  listen(broken)
  await broken.evaluate('() => 0')
  broken.disconnect()
  expect(events).toEqual([
    ['console', { type: 'info', args: ['开始'] }],
    ['exception', expect.objectContaining({ message: '没有开起来' })],
  ])
})

test('who did not ask for the console does not get it', async () => {
  mp.on('exception', (event: unknown) => events.push(['exception', event]))
  await mp.evaluate('() => console.log("安静")')
  expect(events).toEqual([])
})

test.each([
  ['an exception that nobody caught', 'fail', '没有接住'],
  ['a rejection that nobody waited for', 'reject', '没有等到'],
])('%s comes with message and stack', async (_, method, message) => {
  const thrown = new Promise<{ message: string; stack: string }>((resolve) =>
    mp.on('exception', resolve),
  )
  await (await topPage(mp)).callMethod(method)
  const exception = await thrown
  expect(exception.message).toBe(message)
  expect(exception.stack).toContain('pages/home/home.js')
})

test('a function of the test can be called by the mini program', async () => {
  const called = new Promise((resolve) => void mp.exposeFunction('later', resolve))
  await mp.evaluate('() => setTimeout(() => later({ code: "library" }))')
  expect(await called).toEqual({ code: 'library' })
})
