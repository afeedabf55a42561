/** @jest-environment jsdom */
import type { ProcedureAnswer, RequestView } from '../../../../domain/procedures/answers'
import { toOwnView } from '../../../../miniprogram/packages/requests/components/own-request/view'
import { render } from '../../components/rendering'
import { refused, stubWechat } from '../../services/wechat'
import { DORM, FILE, REFUND, request, settle, WITHDRAW } from './answers'
import { formApis } from './form-phone'

function buttons(view: RequestView, rest: Partial<ProcedureAnswer> = {}, behalf = false) {
  const { primary, quiet, link } = toOwnView({ ...DORM, ...rest, request: view }, view, behalf)
  return [primary, quiet, link].map((button) => button?.words ?? '')
}

const bad = { bad: true, actions: [FILE, WITHDRAW] }

test.each<[string, RequestView, string[]]>([
  [
    'waiting',
    request('dormCheckout', 'secretary', { actions: [WITHDRAW] }),
    ['提醒一下', '撤回', ''],
  ],
  ['returned', request('dormCheckout', 'returned', bad), ['修改后重新提交', '撤回', '']],
  ['to be repaired', request('dormCheckout', 'repair', { bad: true }), ['提醒一下', '', '']],
  ['done', request('dormCheckout', 'done', { status: 'done' }), ['', '', '']],
  [
    'withdrawn',
    request('dormCheckout', 'withdrawn', { status: 'exempt', actions: [FILE] }),
    ['重新申请', '', ''],
  ],
  [
    'a refund that waits',
    request('cardRefund', 'filed', { actions: [FILE, WITHDRAW] }),
    ['提醒一下', '修改', '撤回'],
  ],
])('%s has its buttons', (_, view, words) => {
  expect(buttons(view)).toEqual(words)
})

test('after the deadline nothing can be filed again', () => {
  const withdrawn = request('cardRefund', 'withdrawn', { status: 'exempt', actions: [FILE] })
  expect(buttons(withdrawn, { blocked: '已经截止。' })).toEqual(['', '', ''])
})

test('a counsellor who filed for a student reminds nobody', () => {
  expect(buttons(request('dormCheckout', 'counsellor'), {}, true)).toEqual(['', '', ''])
})

function open(answer: ProcedureAnswer) {
  const asked: [string, unknown][] = []
  const wechat = stubWechat(formApis(asked))
  const own = render('own-request', { answer }, 'packages/requests/components')
  const events: [string, unknown][] = []
  for (const name of ['changed', 'edit', 'overtaken']) {
    own.on(name, ({ detail }) => events.push([name, detail]))
  }
  const press = async (selector: string) => {
    await own.tap(selector)
    await settle()
  }
  return { wechat, own, events, asked, press }
}

const waiting = { ...DORM, request: request('dormCheckout', 'secretary', { actions: [WITHDRAW] }) }

test('the record begins with the reference number', () => {
  expect(open(waiting).own.text()).toContain('编号TS220610-7K3M9Q')
})

test('a reminder says what became of it, and asks about messages', async () => {
  const { wechat, own, asked, press } = open(waiting)
  wechat.answers = [{ ok: true, data: { said: '已经提醒学院书记，有结果会通知你。' } }]
  await press('.primary')
  expect(own.text()).toContain('已经提醒学院书记')
  expect(asked).toEqual([['requestSubscribeMessage', { tmplIds: ['template-result'] }]])
  wechat.answers = [refused('RATE_LIMITED', '今天已经提醒过了，明天可以再提醒一次。')]
  await press('.primary')
  expect(own.text()).toContain('今天已经提醒过了')
})

test('撤回 asks first, and 不撤回 does nothing', async () => {
  const { wechat, events, press } = open(waiting)
  wechat.confirms = false
  await press('.quiet')
  expect(wechat.done).toMatchObject([['showModal', { title: '撤回这份申请' }]])
  expect(wechat.sent).toEqual([])
  wechat.confirms = true
  wechat.answers = [{ ok: true, data: DORM }]
  await press('.quiet')
  expect(wechat.sent).toMatchObject([{ transition: 'withdraw', version: 1, input: {} }])
  expect(events).toMatchObject([['changed', { title: '退宿' }]])
})

test('taking back a refund warns that the card number goes', async () => {
  const refund = { ...REFUND, request: request('cardRefund', 'returned', bad) }
  const { wechat, press } = open(refund)
  wechat.confirms = false
  await press('.quiet')
  expect(JSON.stringify(wechat.done)).toContain('银行卡号马上删除')
})

test('too late to take it back: the page is told what happened, to say it once', async () => {
  const { wechat, own, events, press } = open(waiting)
  wechat.answers = [refused('CONFLICT', '宿管员已经检查过房间，不能再撤回。')]
  await press('.quiet')
  expect(own.text()).not.toContain('不能再撤回')
  expect(events).toEqual([['overtaken', { message: '宿管员已经检查过房间，不能再撤回。' }]])
})

test('修改后重新提交 asks the page for the form', async () => {
  const { events, press } = open({ ...DORM, request: request('dormCheckout', 'returned', bad) })
  await press('.primary')
  expect(events.map(([name]) => name)).toEqual(['edit'])
})
