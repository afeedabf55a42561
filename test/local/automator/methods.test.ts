import type MiniProgram from 'miniprogram-automator/out/MiniProgram'
import { arrival, connectionOf, openLab, type Lab } from './lab'
import { appCases } from './methods/app'
import type { Cases } from './methods/case'
import { elementCases } from './methods/element'
import { pageCases } from './methods/page'
import { toolCases } from './methods/tool'

const CASES: Cases = { ...toolCases, ...appCases, ...pageCases, ...elementCases }

/** Every request that `miniprogram-automator` 0.12.1 can send, read off its `out/*.js`. */
const REQUESTS: Record<string, string[]> = {
  Tool: [
    ...['getInfo', 'close', 'native', 'enableRemoteDebug', 'getTestAccounts', 'getTicket'],
    ...['setTicket', 'refreshTicket', 'stopAudits'],
  ],
  App: [
    ...['getCurrentPage', 'getPageStack', 'callWxMethod', 'mockWxMethod', 'callFunction'],
    ...['addBinding', 'enableLog', 'captureScreenshot', 'exit'],
  ],
  Page: [
    ...['getElement', 'getElements', 'getElementByXpath', 'getElementsByXpath', 'getData'],
    ...['setData', 'callMethod', 'getWindowProperties'],
  ],
  Element: [
    ...['getElement', 'getElements', 'getDOMProperties', 'getProperties', 'getAttributes'],
    ...['getStyles', 'getOffset', 'getWXML', 'tap', 'touchstart', 'touchmove', 'touchend'],
    ...['triggerEvent', 'dispatchEvent', 'callFunction', 'getData', 'setData', 'callMethod'],
    'callContextMethod',
  ],
}

const METHODS = Object.entries(REQUESTS).flatMap(([domain, names]) =>
  names.map((name) => `${domain}.${name}`),
)

let lab: Lab
let mp: MiniProgram

beforeAll(async () => {
  lab = await openLab()
})

beforeEach(async () => {
  mp = await lab.connect()
})

afterEach(() => mp.disconnect())

afterAll(() => lab.close())

test('there are 45 requests, and no case for any other', () => {
  expect(METHODS).toHaveLength(45)
  expect(METHODS).toEqual(expect.arrayContaining(Object.keys(CASES)))
})

test.each(METHODS)('%s', async (method) => {
  const sent = jest.spyOn(connectionOf(mp), 'send')
  await CASES[method]?.({ mp, page: await arrival(mp, 'pages/home/home') })
  expect(sent.mock.calls.map(([name]) => name)).toContain(method)
})
