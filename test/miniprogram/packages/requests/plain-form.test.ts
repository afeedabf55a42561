/** @jest-environment jsdom */
import type { ActionView, ProcedureAnswer } from '../../../../domain/procedures/answers'
import type { FiledCode } from '../../../../domain/procedures/request'
import { stepOf } from '../../components/fields'
import { render, type Rendered } from '../../components/rendering'
import { refused, reopened, stubWechat, type Wechat } from '../../services/wechat'
import { DORM, request, settle } from './answers'
import { formApis, idsOf } from './form-phone'

let wechat: Wechat
let asked: [string, unknown][]
let events: [string, unknown][]

beforeEach(() => {
  asked = []
  events = []
  wechat = stubWechat(formApis(asked))
})

const FILE = stepOf('league', 'file')

function answerOf(procedure: FiledCode, rest: Partial<ProcedureAnswer> = {}): ProcedureAnswer {
  return { ...DORM, procedure, title: '团组织关系转接', things: [], filings: [FILE], ...rest }
}

function open(answer: ProcedureAnswer, action: ActionView, rest: object = {}): Rendered {
  wechat.answers = [{ ok: true, data: answer }]
  const form = render('plain-form', { answer, action, ...rest }, 'packages/requests/components')
  for (const name of ['changed', 'overtaken', 'leave']) {
    form.on(name, ({ detail }) => events.push([name, detail]))
  }
  return form
}

async function fill(form: Rendered, values: Record<string, unknown>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    await form.fire('.fields', 'change', { name, value })
  }
}

async function send(form: Rendered): Promise<void> {
  await form.tap('.send')
  await settle()
}

const FILLED = { kind: 'employer', organisation: '云栖软件团支部', applied: true }

test('who will have to do with it stands above the fields', () => {
  expect(open(answerOf('league'), FILE).text()).toContain(
    '提交以后：团支部审核 → 校团委盖章 → 归还团员证',
  )
})

test('智慧团建 comes first, with its name and address to be copied', async () => {
  const links = [{ kind: 'miniProgram' as const, name: '小程序', address: '智慧团建' }]
  const copied = jest.fn()
  wechat = stubWechat({ ...formApis(), setClipboardData: copied })
  const form = open(answerOf('league', { links }), FILE)
  expect(form.text()).toContain('从这里打不开智慧团建')
  await form.tap('.copy')
  expect(copied).toHaveBeenCalledWith({ data: '智慧团建' })
})

test('an empty form says what is missing, and sends nothing', async () => {
  const form = open(answerOf('league'), FILE)
  await send(form)
  expect(form.text()).toContain('还有 3 处没有填好')
  expect(wechat.sent).toEqual([])
})

test('it is handed in as the transition that it is for', async () => {
  const form = open(answerOf('league'), FILE)
  await fill(form, FILLED)
  await send(form)
  expect(wechat.sent).toMatchObject([
    { procedure: 'league', transition: 'file', version: 0, input: FILLED },
  ])
  expect(events.map(([name]) => name)).toEqual(['changed'])
  expect(asked).toEqual([['requestSubscribeMessage', { tmplIds: ['template-result'] }]])
})

test('after a lost answer the same goes again under the same id', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const form = open(answerOf('league'), FILE)
  wechat.answers = ['lost', { ok: true, data: answerOf('league') }]
  await fill(form, FILLED)
  await send(form)
  await send(form)
  const [first, second] = idsOf(wechat)
  expect(second).toBe(first)
})

test('what was typed waits for the same form, and goes once it is accepted', async () => {
  await fill(open(answerOf('league'), FILE), FILLED)
  expect([...wechat.storage.keys()]).toEqual(['draft:league:1907010216:file'])
  wechat = reopened(wechat, formApis())
  const form = open(answerOf('league'), FILE)
  expect(form.text()).toContain('上次填的还在')
  await send(form)
  expect(wechat.sent).toMatchObject([{ input: FILLED }])
  expect(wechat.storage.size).toBe(0)
})

test('sent back, everything is still there under the reason', async () => {
  const returned = request('league', 'returned', {
    bad: true,
    headline: '已退回：团组织名称不对',
    actions: [FILE],
    version: 2,
  })
  const form = open(answerOf('league', { request: returned, typed: FILLED }), FILE)
  expect(form.text()).toContain('已退回：团组织名称不对。')
  await send(form)
  expect(wechat.sent).toMatchObject([{ version: 2, input: FILLED }])
})

test('the function’s sentence stands at its field', async () => {
  const form = open(answerOf('league'), FILE)
  const message = '团组织全称和名单不一致'
  wechat.answers = [refused('INVALID', message, { organisation: message })]
  await fill(form, FILLED)
  await send(form)
  expect(form.text()).toContain(message)
})

test('overtaken by somebody else, the page is told what they did', async () => {
  const form = open(answerOf('league'), FILE)
  wechat.answers = [refused('CONFLICT', '孙晓萌 09:12 同意转出。')]
  await fill(form, FILLED)
  await send(form)
  expect(events).toEqual([['overtaken', { message: '孙晓萌 09:12 同意转出。' }]])
})

test('a counsellor hands the archive’s receiver in for the student', async () => {
  const action = stepOf('archive', 'file')
  const form = open(answerOf('archive', { filings: [action] }), action, { behalf: true })
  await fill(form, { unit: '人才中心', address: '溧水区', contact: '陈默' })
  await fill(form, { phone: '025-57212345', postCode: '211200' })
  await send(form)
  expect(wechat.sent).toMatchObject([{ studentNo: '1907010216', procedure: 'archive', version: 0 }])
  expect(asked).toEqual([])
})

test('the lost book is chosen among those on loan', async () => {
  const action = stepOf('bookLoss', 'file')
  const known = [
    { label: '数据结构', value: 'N0412345' },
    { label: '边城', value: 'N0498765' },
  ]
  const form = open(answerOf('bookLoss', { filings: [action], known }), action)
  expect(form.text()).toContain('边城　N0498765')
  await fill(form, { barcode: 'N0498765', way: 'pay' })
  await send(form)
  expect(wechat.sent).toMatchObject([{ input: { barcode: 'N0498765', way: 'pay' } }])
})

test('a step of the request goes from the version on the screen, with its fields', async () => {
  const action = stepOf('hukou', 'declare')
  const police = request('hukou', 'police', { version: 2, actions: [action] })
  const form = open(answerOf('hukou', { request: police, filings: [] }), action)
  await fill(form, { movedOn: '2022-06-20' })
  await send(form)
  expect(wechat.sent).toMatchObject([
    { transition: 'declare', version: 2, input: { movedOn: '2022-06-20' } },
  ])
})

test('words to the staff are wanted, and go as the note', async () => {
  const action = stepOf('feeQuestion', 'ask')
  const answered = request('feeQuestion', 'answered', { version: 2, actions: [action] })
  const form = open(answerOf('feeQuestion', { request: answered, filings: [] }), action)
  await send(form)
  expect(wechat.sent).toEqual([])
  await fill(form, { note: '还是没有更新' })
  await send(form)
  expect(wechat.sent).toMatchObject([{ transition: 'ask', note: '还是没有更新' }])
})
