/** @jest-environment jsdom */
import type { ProcedureAnswer } from '../../../../domain/procedures/answers'
import { render, type Rendered } from '../../components/rendering'
import { refused, reopened, stubWechat, type Wechat } from '../../services/wechat'
import { DORM, FILE, request, settle } from './answers'
import { formApis, idsOf } from './form-phone'

const PHOTO = { id: `cloud://env.bucket/photos/${'a'.repeat(24)}.jpg`, url: 'https://photo' }

let wechat: Wechat
let asked: [string, unknown][]
let changed: jest.Mock

beforeEach(() => {
  asked = []
  wechat = stubWechat(formApis(asked))
  wechat.answers = [{ ok: true, data: DORM }]
  changed = jest.fn()
})

function open(answer: ProcedureAnswer = DORM, properties: object = {}): Rendered {
  const form = render('dorm-form', { answer, ...properties }, 'packages/requests/components')
  form.on('changed', changed)
  return form
}

async function fill(form: Rendered): Promise<void> {
  await form.fire('.day', 'change', { value: '2022-06-18' })
  await form.fire('.slot', 'change', { value: 'morning' })
  await form.fire('.keys', 'change', { value: 2 })
  await form.fire('.phone', 'input', { value: '13800000000' })
  await form.fire('.condition', 'change', { value: 'damaged' }, 1)
  await form.tap('.rest')
}

async function send(form: Rendered): Promise<void> {
  await form.tap('.send')
  await settle()
}

const INPUT = {
  leaveOn: '2022-06-18',
  slot: 'morning',
  keys: 2,
  phone: '13800000000',
  checklist: [
    { thing: '床', condition: 'good' },
    { thing: '桌', condition: 'damaged' },
  ],
  photos: [],
  remarks: '',
}

test('the place comes from the roster, and nothing is chosen beforehand', () => {
  const text = open().text()
  expect(text).toContain('3 号楼 412 室 2 床')
  expect(text).toContain('请选择日期')
  expect(text).toContain('其余 2 样都完好')
  expect(open().html()).not.toContain('option--chosen')
})

test('an empty form says what is missing at each field, and sends nothing', async () => {
  const form = open()
  await send(form)
  for (const sentence of [
    '请选择离开的日期',
    '请选择上午、下午或晚上',
    '请填写钥匙数',
    '请填写手机号',
    '还有 6 处没有填好',
  ]) {
    expect(form.text()).toContain(sentence)
  }
  expect(form.text().match(/请选完好、损坏或缺失/g)).toHaveLength(2)
  expect(wechat.sent).toEqual([])
  expect(asked).toEqual([['pageScrollTo', { scrollTop: 404 }]])
})

test('a field that is put right loses its sentence, the others keep theirs', async () => {
  const form = open()
  await send(form)
  await form.fire('.condition', 'change', { value: 'good' }, 0)
  await form.fire('.phone', 'input', { value: '1' })
  expect(form.text().match(/请选完好、损坏或缺失/g)).toHaveLength(1)
  expect(form.text()).not.toContain('请填写手机号')
  expect(form.text()).toContain('请填写钥匙数')
})

test('what is looked at stays, the rest is good in one tap', async () => {
  const form = open()
  await fill(form)
  await send(form)
  expect(wechat.sent).toMatchObject([
    { procedure: 'dormCheckout', transition: 'file', version: 0, input: INPUT },
  ])
  expect(changed.mock.calls).toMatchObject([[{ detail: { title: '退宿' } }]])
})

test('WeChat is asked about messages before it goes, and a refusal does not hold it up', async () => {
  wechat = stubWechat({
    ...formApis(),
    requestSubscribeMessage: () => Promise.reject(new Error('20004')),
  })
  jest.spyOn(console, 'warn').mockImplementation()
  wechat.answers = [{ ok: true, data: DORM }]
  const form = open()
  await fill(form)
  await send(form)
  expect(wechat.sent).toHaveLength(1)
})

test('pressed twice it is sent once', async () => {
  const form = open()
  await fill(form)
  await form.tap('.send')
  await form.tap('.send')
  await settle()
  expect(wechat.sent).toHaveLength(1)
})

test('after a lost answer the same goes again under the same id, once more than that it does not', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  wechat.answers = ['lost', { ok: true, data: DORM }]
  const form = open()
  await fill(form)
  await send(form)
  expect(form.text()).toContain('没有连上学校的服务')
  await send(form)
  const [first, second] = idsOf(wechat)
  expect(second).toBe(first)
})

test('something else typed after a lost answer is another attempt', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  wechat.answers = ['lost', { ok: true, data: DORM }]
  const form = open()
  await fill(form)
  await send(form)
  await form.fire('.keys', 'change', { value: 3 })
  await send(form)
  const [first, second] = idsOf(wechat)
  expect(second).not.toBe(first)
})

test('the function’s sentence stands at its field, and what was typed stays', async () => {
  wechat.answers = [
    refused('INVALID', '离开的日期不能早于今天', { leaveOn: '离开的日期不能早于今天' }),
  ]
  const form = open()
  await fill(form)
  await send(form)
  expect(form.text()).toContain('离开的日期不能早于今天')
  expect(form.text()).toContain('2022 年 6 月 18 日')
})

test('what was typed is still there after the mini program was closed', async () => {
  await fill(open())
  wechat = reopened(wechat, formApis())
  wechat.answers = [{ ok: true, data: DORM }]
  const form = open()
  expect(form.text()).toContain('上次填的还在')
  await send(form)
  expect(wechat.sent).toMatchObject([{ input: INPUT }])
})

test('of a photo the phone keeps the id, not the file of the moment', async () => {
  await open().fire('.photos', 'change', { photos: [{ ...PHOTO, url: 'tmp/1' }], waiting: 0 })
  expect(JSON.stringify([...wechat.storage.values()])).not.toContain('tmp/1')
  expect(open().html()).toContain(PHOTO.id)
})

test('accepted, nothing of it stays on the phone', async () => {
  const form = open()
  await fill(form)
  expect([...wechat.storage.keys()]).toEqual(['draft:dormCheckout:1907010216'])
  await send(form)
  expect([...wechat.storage.keys()]).toEqual([])
})

test('a request that came back opens with all that was handed in, and its reason on top', () => {
  const returned = request('dormCheckout', 'returned', {
    bad: true,
    headline: '已退回：联系电话打不通',
    actions: [FILE],
    photos: [PHOTO],
  })
  const typed = { ...INPUT, slot: 'morning' as const, photos: [PHOTO.id], remarks: '门锁有点松' }
  const filed = { ...typed, checklist: [{ thing: '桌', condition: 'damaged' as const }] }
  const form = open({ ...DORM, request: returned, typed: filed })
  expect(form.text()).toMatch(/^已退回：联系电话打不通。/)
  expect(form.text()).toContain('2022 年 6 月 18 日')
  // A thing that the list did not have then has to be looked at.
  expect(form.text()).toContain('其余 1 样都完好')
})

test('a photo that is not in the cloud holds the form, with a sentence', async () => {
  const form = open()
  await fill(form)
  await form.fire('.photos', 'change', { photos: [PHOTO], waiting: 1 })
  await send(form)
  expect(form.text()).toContain('还有 1 张照片没有传好')
  expect(wechat.sent).toEqual([])
  await form.fire('.photos', 'change', { photos: [PHOTO], waiting: 0 })
  await send(form)
  expect(wechat.sent).toMatchObject([{ input: { photos: [PHOTO.id] } }])
})

test('past the deadline it says so and can still be handed in', () => {
  expect(open({ ...DORM, late: true }).text()).toMatch(/^已经过了退宿的截止日期。/)
})

test('overtaken by somebody else, the page is told what they did', async () => {
  wechat.answers = [refused('CONFLICT', '辅导员王海棠 09:12 同意。')]
  const overtaken = jest.fn()
  const form = open()
  form.on('overtaken', overtaken)
  await fill(form)
  await send(form)
  expect(overtaken.mock.calls).toMatchObject([
    [{ detail: { message: '辅导员王海棠 09:12 同意。' } }],
  ])
  expect(wechat.storage.size).toBe(1)
})

test('a counsellor hands it in for the student, and is asked about no messages', async () => {
  const form = open(DORM, { behalf: true })
  await fill(form)
  await send(form)
  expect(wechat.sent).toMatchObject([{ studentNo: '1907010216', version: 0, input: INPUT }])
  expect(asked).toEqual([])
})

test('who does not want to change anything goes back to see how far it is', async () => {
  const left = jest.fn()
  const returned = request('dormCheckout', 'returned', { bad: true, actions: [FILE] })
  const form = open({ ...DORM, request: returned })
  form.on('leave', left)
  await form.tap('.leave')
  expect(left).toHaveBeenCalledTimes(1)
  expect(open().text()).not.toContain('不填了')
})
