/** @jest-environment jsdom */
import type { Entry } from '../../../miniprogram/components/entry-form/entry'
import { refused, stubWechat, type Wechat } from '../services/wechat'
import { render, type Rendered } from './rendering'

const ENTRIES: Entry[] = [
  { name: 'studentNo', label: '学号', hint: '', keyboard: 'number', maxlength: 12 },
  { name: 'reason', label: '原因', hint: '会写进操作记录', keyboard: 'lines', maxlength: 200 },
]

let wechat: Wechat
let done: jest.Mock
let held: jest.Mock

beforeEach(() => {
  wechat = stubWechat()
  wechat.answers = [{ ok: true, data: { kind: 'student', name: '林知夏' } }]
  done = jest.fn()
  held = jest.fn()
})

function open(properties: object = {}): Rendered {
  const form = render('entry-form', {
    action: 'identity.unbindStudent',
    entries: ENTRIES,
    button: '解除绑定',
    ...properties,
  })
  form.on('done', done)
  form.on('held', held)
  return form
}

async function fill(form: Rendered): Promise<void> {
  await form.fire('.input', 'input', { value: '1907010216' })
  await form.fire('.lines', 'input', { value: '手机丢了' })
}

/** Calls and their answers take a few turns. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
}

async function send(form: Rendered): Promise<void> {
  await form.tap('.send')
  await settle()
}

test('an empty form says what is missing at each field, and sends nothing', async () => {
  const form = open()
  expect(form.text()).toContain('会写进操作记录')
  await send(form)
  expect(form.text()).toContain('请填写学号')
  expect(form.text()).toContain('请写明原因')
  expect(wechat.sent).toEqual([])
})

test('typing into a wrong field takes its sentence away', async () => {
  const form = open()
  await send(form)
  await form.fire('.input', 'input', { value: '1' })
  expect(form.text()).not.toContain('请填写学号')
  expect(form.text()).toContain('请写明原因')
})

test('what was typed is sent, and the answer given to the page', async () => {
  const form = open()
  await fill(form)
  await send(form)
  expect(wechat.sent).toMatchObject([{ studentNo: '1907010216', reason: '手机丢了' }])
  expect(done.mock.calls).toMatchObject([[{ detail: { name: '林知夏' } }]])
})

test('pressed twice it is sent once', async () => {
  const form = open()
  await fill(form)
  await form.tap('.send')
  await form.tap('.send')
  await settle()
  expect(wechat.sent).toHaveLength(1)
  expect(done).toHaveBeenCalledTimes(1)
})

test('a refusal stands above the button, what was typed stays, and it can be tried again', async () => {
  wechat.answers = [refused('RATE_LIMITED', '请 42 分钟后再试。')]
  const form = open()
  await fill(form)
  await send(form)
  expect(form.text()).toContain('请 42 分钟后再试。')
  await send(form)
  expect(wechat.sent).toMatchObject([{ studentNo: '1907010216' }, { studentNo: '1907010216' }])
})

test('a question is asked first, and 取消 sends nothing', async () => {
  wechat.confirms = false
  const form = open({ question: '解除后，原来的微信马上看不到。' })
  await fill(form)
  await send(form)
  expect(wechat.done.map(([api]) => api)).toEqual(['showModal'])
  expect(wechat.sent).toEqual([])
  wechat.confirms = true
  await send(form)
  expect(wechat.sent).toHaveLength(1)
})

test('before the page is ready nothing is sent, and the page is told', async () => {
  const form = open({ ready: false })
  await fill(form)
  await send(form)
  expect(held).toHaveBeenCalledTimes(1)
  expect(wechat.sent).toEqual([])
})
