/** @jest-environment jsdom */
import type { ProcedureAnswer } from '../../../../domain/procedures/answers'
import { render, type Rendered } from '../../components/rendering'
import { refused, reopened, stubWechat, type Wechat } from '../../services/wechat'
import { FILE, REFUND, request, settle } from './answers'
import { formApis, idsOf } from './form-phone'

const NUMBER = '6228480402564890018'
const GROUPED = '6228 4804 0256 4890 018'

let wechat: Wechat
let changed: jest.Mock

beforeEach(() => {
  wechat = stubWechat(formApis())
  wechat.answers = [{ ok: true, data: REFUND }]
  changed = jest.fn()
})

function open(answer: ProcedureAnswer = REFUND): Rendered {
  const form = render('refund-form', { answer }, 'packages/requests/components')
  form.on('changed', changed)
  return form
}

const typeNumber = (form: Rendered, value: string) =>
  form.fire('.number', 'input', { value, cursor: value.length })

async function fill(form: Rendered): Promise<void> {
  await typeNumber(form, NUMBER)
  await form.fire('.phone', 'input', { value: '13800000000' })
}

async function confirm(form: Rendered): Promise<void> {
  await form.tap('.send')
  await form.tap('.confirm')
  await settle()
}

/** Everything that the phone keeps, as text. */
const kept = () => JSON.stringify([...wechat.storage.entries()])

const filed: ProcedureAnswer = {
  ...REFUND,
  request: request('cardRefund', 'filed', { actions: [FILE] }),
  typed: {
    holder: '林知夏',
    bank: '中国农业银行',
    lastFour: '0018',
    phone: '13800000000',
    consentedAt: '2022-06-10T01:00:00.000Z',
  },
}

test('each wrong field has its sentence, and nothing goes on', async () => {
  const form = open()
  await form.fire('.holder', 'input', { value: '林之夏' })
  await form.tap('.send')
  for (const sentence of [
    '只能退到本人名下的卡，开户名要和姓名一致',
    '请填写银行卡号',
    '请填写开户银行',
    '请填写手机号',
  ]) {
    expect(form.text()).toContain(sentence)
  }
  expect(wechat.sent).toEqual([])
})

test.each([
  ['622848040256489', '借记卡的卡号是 16 到 19 位，请核对'],
  ['6228480402564890019', '卡号不对，可能输错了一位，请对着卡再看一遍'],
  ['622848O402564890018', '银行卡号只有数字'],
])('%s: %s', async (number, sentence) => {
  const form = open()
  await typeNumber(form, number)
  await form.tap('.send')
  expect(form.text()).toContain(sentence)
})

test('a credit card is refused as soon as its first digits tell, a debit card names its bank', async () => {
  const form = open()
  await typeNumber(form, '622836')
  expect(form.text()).toContain('这是信用卡。退款仅限借记卡，请换一张')
  await typeNumber(form, '622848')
  expect(form.text()).not.toContain('这是信用卡')
  expect(form.text()).toContain('中国农业银行的借记卡')
})

test('the bank follows the card until the person writes another', async () => {
  const form = open()
  await fill(form)
  await form.fire('.bank', 'input', { value: '农行南京溧水支行' })
  await typeNumber(form, '6222020000000000')
  await typeNumber(form, NUMBER)
  await form.tap('.send')
  expect(form.text()).toContain('农行南京溧水支行')
})

test('everything is shown once more, the number in groups, before it goes', async () => {
  const form = open()
  await fill(form)
  await form.tap('.send')
  expect(form.text()).toContain('对着卡，再看一遍')
  expect(form.text()).toContain(GROUPED)
  expect(wechat.sent).toEqual([])
  await form.tap('.confirm')
  await settle()
  expect(wechat.sent).toMatchObject([
    {
      procedure: 'cardRefund',
      transition: 'file',
      version: 0,
      input: {
        consent: true,
        holder: '林知夏',
        bank: '中国农业银行',
        cardNumber: NUMBER,
        phone: '13800000000',
      },
    },
  ])
  expect(changed).toHaveBeenCalledTimes(1)
})

test('修改 leads back to the form with everything in it', async () => {
  const form = open()
  await fill(form)
  await form.tap('.send')
  await form.tap('.correct')
  expect(form.text()).toContain('余额退到你的哪张借记卡')
  await form.tap('.send')
  expect(form.text()).toContain(GROUPED)
})

test('the card number never reaches the phone’s storage; all else does', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  wechat.answers = ['lost']
  const form = open()
  for (let end = 1; end <= NUMBER.length; end += 1) await typeNumber(form, NUMBER.slice(0, end))
  await form.fire('.phone', 'input', { value: '13800000000' })
  await confirm(form)
  expect(kept()).toContain('13800000000')
  expect(kept()).toContain('中国农业银行')
  expect(kept().replace(/\s/g, '')).not.toContain('62284804')
  expect(kept()).not.toContain('cardNumber')
  wechat = reopened(wechat, formApis())
  const again = open()
  expect(again.text()).toContain('卡号不存在手机上，要再输一次')
  await again.tap('.send')
  expect(again.text()).toContain('请填写银行卡号')
  expect(again.text()).not.toContain('请填写手机号')
})

test('after a lost answer the same goes again under the same id', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  wechat.answers = ['lost', { ok: true, data: REFUND }]
  const form = open()
  await fill(form)
  await confirm(form)
  expect(form.text()).toContain('没有连上学校的服务')
  expect(form.text()).toContain(GROUPED)
  await form.tap('.confirm')
  await settle()
  const [first, second] = idsOf(wechat)
  expect(second).toBe(first)
})

test('the function’s sentence stands at its field of the form', async () => {
  wechat.answers = [refused('INVALID', '卡号不对', { cardNumber: '卡号不对' })]
  const form = open()
  await fill(form)
  await confirm(form)
  expect(form.text()).toContain('余额退到你的哪张借记卡')
  expect(form.text()).toContain('卡号不对')
})

test('a correction may leave the card as it is', async () => {
  wechat.answers = [{ ok: true, data: filed }]
  const form = open(filed)
  expect(form.text()).toContain('不改就留空，仍用尾号 0018 的卡')
  await form.fire('.phone', 'input', { value: '13900000000' })
  await form.tap('.send')
  expect(form.text()).toContain('不改，仍用尾号 0018 的卡')
  await form.tap('.confirm')
  await settle()
  expect(wechat.sent).toMatchObject([
    { version: 1, input: { cardNumber: '', phone: '13900000000', consent: true } },
  ])
})
