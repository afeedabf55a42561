/** @jest-environment jsdom */
import type { PlainCode } from '../../../../domain/procedures/request'
import { toFileView } from '../../../../miniprogram/packages/staff/components/request-file/view'
import { stepOf } from '../../components/fields'
import type { Rendered } from '../../components/rendering'
import { stubWechat, type Wechat } from '../../services/wechat'
import { formApis } from '../requests/form-phone'
import { LIN, requestAnswer, settle } from './answers'
import { renderStaff } from './rendering'

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat(formApis())
})

const answered = (procedure: PlainCode, name: string, rest = {}) => ({
  ok: true as const,
  data: requestAnswer({ procedure, actions: [stepOf(procedure, name)], ...rest }),
})

const decided = (result: object) => ({ ok: true as const, data: { results: [result] } })

async function open(procedure: PlainCode, name: string): Promise<Rendered> {
  wechat.answers = [
    answered(procedure, name),
    { ok: true, data: { name: '', grants: [], vacancies: [] } },
  ]
  const file = renderStaff('request-file', { requestId: LIN })
  await settle()
  return file
}

async function press(file: Rendered): Promise<void> {
  await file.tap('.bar-button--primary')
  await settle()
}

const fill = (file: Rendered, name: string, value: unknown) =>
  file.fire('.step', 'change', { name, value })

test('a step with fields is held until they are filled in', async () => {
  const file = await open('archive', 'pack')
  const before = wechat.sent.length
  await press(file)
  expect(file.text()).toContain('请选择档案内材料')
  expect(file.text()).toContain('还有 1 处没有填好')
  expect(wechat.sent).toHaveLength(before)
})

test('what was filled in goes with the step', async () => {
  const file = await open('bookLoss', 'price')
  await fill(file, 'price', '36.5')
  wechat.answers = [decided({ id: LIN, ok: true, message: '' }), answered('bookLoss', 'receive')]
  await press(file)
  expect(wechat.sent[2]).toMatchObject({ transition: 'price', input: { price: 3650 } })
})

test('the function’s sentence stands at its field, and what was typed stays', async () => {
  const file = await open('party', 'register')
  await fill(file, 'letterNo', '宁城职院党介 2022-18')
  await fill(file, 'validUntil', '2022-06-01')
  const message = '有效期不能早于今天'
  wechat.answers = [
    decided({ id: LIN, ok: false, message, fields: { validUntil: message } }),
    answered('party', 'register'),
  ]
  await press(file)
  expect(file.text()).toContain(message)
  expect(file.text()).toContain('2022 年 6 月 1 日')
})

test('it is still there when the page is opened again, until the request has moved on', async () => {
  await fill(await open('archive', 'pack'), 'materials', ['transcript'])
  expect([...wechat.storage.keys()]).toContain(`draft:desk:${LIN}`)
  wechat.answers = [answered('archive', 'pack', { version: 2 })]
  renderStaff('request-file', { requestId: LIN })
  await settle()
  expect([...wechat.storage.keys()]).not.toContain(`draft:desk:${LIN}`)
})

test('a reply is no reason, and what the student files opens the student’s page', () => {
  const answer = (procedure: PlainCode, name: string) =>
    toFileView(requestAnswer({ procedure, actions: [stepOf(procedure, name)] })).buttons
  expect(answer('feeQuestion', 'answer')).toMatchObject([{ kind: 'reasoned', heading: '答复' }])
  expect(answer('archive', 'return')).toMatchObject([{ heading: '为什么退回' }])
  expect(answer('archive', 'file')).toMatchObject([
    { kind: 'filing', words: '代办：提交接收单位', tone: 'quiet' },
  ])
})
