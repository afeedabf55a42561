/** @jest-environment jsdom */
import type { Rendered } from '../../components/rendering'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { LIN, NOW, requestAnswer, settle } from './answers'
import { renderStaff } from './rendering'

let wechat: Wechat

const COUNSELLOR = {
  ok: true as const,
  data: {
    name: '王海棠',
    grants: [{ role: 'counsellor', roleName: '辅导员', scope: '软件技术 1902 班' }],
    vacancies: [],
  },
}

const answered = (change = {}) => ({ ok: true as const, data: requestAnswer(change) })
const decided = (ok: boolean, message = '') => ({
  ok: true as const,
  data: { results: [{ id: LIN, ok, message }] },
})

beforeEach(() => {
  wechat = stubWechat({
    requestSubscribeMessage: ({ tmplIds }: { tmplIds: string[] }) => {
      wechat.done.push(['requestSubscribeMessage', tmplIds])
      return Promise.resolve({})
    },
  })
  jest.useFakeTimers({ doNotFake: ['setTimeout', 'performance'], now: Date.parse(NOW) })
})

afterEach(() => {
  jest.useRealTimers()
})

async function open(change = {}): Promise<Rendered> {
  wechat.answers = [answered(change), COUNSELLOR]
  const file = renderStaff('request-file', { requestId: LIN })
  await settle()
  return file
}

async function press(file: Rendered, tone: string): Promise<void> {
  await file.tap(`.bar-button--${tone}`)
  await settle()
}

test('whose it is, where it stands, what was filed, and the steps that are mine', async () => {
  const file = await open()
  expect(file.text()).toContain('林知夏软件技术 1902 班　3 号楼 412 室 2 床')
  expect(file.text()).toContain('等辅导员审核')
  expect(file.text()).toMatch(/退回.*同意/)
})

test('a word to the student goes with the step, and the tap asks whether WeChat may tell', async () => {
  const file = await open()
  await file.fire('.lines', 'input', { value: '注意带走贵重物品' })
  wechat.answers = [decided(true), answered({ version: 2, actions: [] })]
  await press(file, 'primary')
  expect(wechat.done).toContainEqual(['requestSubscribeMessage', ['template-turn']])
  expect(wechat.sent[2]).toMatchObject({
    decisions: [{ id: LIN, version: 1 }],
    transition: 'approve',
    note: '注意带走贵重物品',
  })
})

test('sending back needs a reason, and keeps it when nothing came of it', async () => {
  const file = await open()
  await press(file, 'danger')
  expect(file.text()).toContain('离开时间要改')
  await file.fire('.ask', 'send')
  expect(file.text()).toContain('请写明原因')
  await file.fire('.ask', 'change', { value: '联系电话打不通' })
  wechat.answers = [refused('UNAVAILABLE', '服务暂时没有答复。')]
  await file.fire('.ask', 'send')
  await settle()
  expect(file.text()).toContain('服务暂时没有答复。')
  await file.fire('.ask', 'close')
  await press(file, 'danger')
  wechat.answers = [decided(true), answered({ actions: [] })]
  await file.fire('.ask', 'send')
  await settle()
  expect(wechat.sent[3]).toEqual(wechat.sent[2])
})

test('who came too late reads what happened, and sees how it is now', async () => {
  const file = await open()
  const message = '林知夏 10:05 撤回了申请，现在是「已撤回」。请看过最新情况再办。'
  wechat.answers = [decided(false, message), answered({ headline: '已撤回', actions: [] })]
  await press(file, 'primary')
  expect(file.text()).toContain(message)
  expect(file.text()).toContain('已撤回')
  expect(file.text()).not.toContain('同意')
})

test('my last step can be taken back while minutes are left', async () => {
  const file = await open({ actions: [], undoUntil: '2022-06-10T04:08:30.000Z', version: 2 })
  expect(file.text()).toContain('撤销刚才的操作，还剩 9 分钟')
  wechat.answers = [answered({ version: 3 })]
  await press(file, 'undo')
  expect(wechat.sent[2]).toMatchObject({ id: LIN, version: 2 })
  expect(file.text()).not.toContain('撤销刚才的操作')
  expect(file.text()).toContain('同意')
})

const TAKE_BACK = {
  name: 'takeBack',
  label: '撤回这一步',
  tone: 'quiet',
  note: 'required',
  usualNotes: ['点错了人'],
  form: 'none',
  fields: [],
}

test('when the time for undoing is over, the step is taken back with a reason', async () => {
  const file = await open({ actions: [], undoUntil: '2022-06-10T04:00:10.000Z', version: 2 })
  expect(file.text()).toContain('还剩 1 分钟')
  wechat.answers = [answered({ actions: [TAKE_BACK], version: 2 })]
  jest.advanceTimersByTime(15_000)
  await settle()
  expect(file.text()).not.toContain('撤销刚才的操作')
  await press(file, 'quiet')
  expect(file.text()).toContain('为什么撤回这一步')
  await file.fire('.ask', 'change', { value: '点错了人' })
  wechat.answers = [decided(true), answered({ version: 3 })]
  await file.fire('.ask', 'send')
  await settle()
  expect(wechat.sent[3]).toMatchObject({
    decisions: [{ id: LIN, version: 2 }],
    transition: 'takeBack',
    note: '点错了人',
  })
})

test('a student’s other items are offered to those who look after the student as a whole', async () => {
  expect((await open()).text()).toContain('全部环节')
  wechat.answers = [
    answered(),
    { ok: true, data: { ...COUNSELLOR.data, grants: [{ role: 'dormManager' }] } },
  ]
  const file = renderStaff('request-file', { requestId: LIN })
  await settle()
  expect(file.text()).not.toContain('全部环节')
})
