import { deriveSheet } from '../../../domain/sheet/derive'
import { filingNow } from '../../../domain/procedures/advance'
import { situationOf } from '../../../domain/procedures/situation'
import { tableOf } from '../../../domain/procedures/tables'
import { cohort2022 } from '../cohort2022'
import { fact } from '../sheet/students'
import { boarder, cardForm, DEBIT_CARD, MORNING, staff, STUDENT, Walk, refusal } from './school'

const finance = staff('finance', '夏晓禾')
const payouts = { through: 'payouts' as const }
const exported = { ...payouts, input: { batch: 'PF220705-000000', amountFen: 8_640 } }
const JULY_5 = new Date('2022-07-05T09:00:00+08:00')

function filed(): Walk {
  const walk = new Walk('cardRefund')
  walk.step(STUDENT, 'file', { input: cardForm })
  return walk
}

function card({ student }: Walk) {
  const { steps } = deriveSheet(cohort2022, student, student.facts, student.requests ?? {}, MORNING)
  const item = steps.flatMap(({ items }) => items).find(({ code }) => code === 'card')
  return { status: item?.status, turn: item?.turn, reason: item?.reason }
}

test('goes from the form through the bank to green', () => {
  const walk = filed()
  expect(card(walk)).toEqual({ status: 'pending', turn: 'staff', reason: '已提交，等财务处退款' })
  walk.step(finance, 'export', exported, JULY_5)
  expect(card(walk)).toMatchObject({ turn: 'staff', reason: '银行正在办理' })
  walk.step(finance, 'settle', payouts, JULY_5)
  expect(card(walk)).toEqual({ status: 'done', turn: undefined, reason: '7 月 5 日已退款' })
})

test('the request keeps the last four digits, and the number goes to the secrets', () => {
  const walk = filed()
  expect(JSON.stringify(walk.request)).not.toContain(DEBIT_CARD)
  expect(walk.request?.form).toMatchObject({ lastFour: '0000', holder: '林知夏' })
  expect(walk.last?.secret).toEqual({
    keep: DEBIT_CARD,
    kind: '银行卡号',
    eraseOn: '2022-12-31',
  })
})

test('the number is erased a month after payment, and at once on withdrawal', () => {
  const walk = filed()
  walk.step(finance, 'export', exported, JULY_5)
  walk.step(finance, 'settle', payouts, JULY_5)
  expect(walk.last?.secret).toEqual({ eraseOn: '2022-08-04' })
  const withdrawn = filed()
  withdrawn.step(STUDENT, 'withdraw')
  expect(withdrawn.last?.secret).toBe('erase')
  expect(withdrawn.request?.form).toMatchObject({ lastFour: '' })
})

test('a failed payout says why, is no green, and may be corrected after the deadline', () => {
  const walk = filed()
  walk.step(finance, 'export', exported, JULY_5)
  walk.step(finance, 'fail', { ...payouts, note: '户名不符' }, JULY_5)
  // The cards are cancelled by then, so the card system says that nothing is left on it.
  walk.student.facts.card = fact({ balanceFen: 0 })
  expect(card(walk)).toMatchObject({ turn: 'student', reason: '银行没有退成：户名不符' })
  walk.student.facts.cardReport = fact({ balanceFen: 8_640 })
  const input = { ...cardForm, cardNumber: '' }
  expect(walk.step(STUDENT, 'file', { input }, JULY_5)).toMatchObject({
    state: 'filed',
    form: { lastFour: '0000' },
  })
})

test('finance sends it back with a reason, and it is filed again with the same card', () => {
  const walk = filed()
  walk.step(finance, 'return', { note: '开户银行写错了' })
  expect(card(walk)).toMatchObject({ turn: 'student', reason: '已退回：开户银行写错了' })
  const input = { ...cardForm, cardNumber: '' }
  expect(walk.step(STUDENT, 'file', { input })).toMatchObject({
    state: 'filed',
    waitsFor: 'finance',
    form: { lastFour: '0000' },
  })
})

test('may be changed until 2 July and not after', () => {
  const walk = filed()
  const change = (now: string) =>
    walk.step(STUDENT, 'file', { input: { ...cardForm, phone: '13900000000' } }, new Date(now))
  expect(change('2022-07-02T23:59:00+08:00').form).toMatchObject({ phone: '13900000000' })
  expect(refusal(() => change('2022-07-03T00:00:00+08:00'))).toMatchObject({
    code: 'CLOSED',
    message: '一卡通清算的申请 7 月 2 日已经截止。请打电话问财务处：025-85395103、025-85395014。',
  })
})

test.each([
  ['nothing on it', { balanceFen: 0 }, '一卡通余额是 0.00 元，没有可以退的钱，不用申请。'],
  ['no data yet', undefined, '一卡通数据还没有传来，请过些时候再申请。'],
])('a card with %s cannot be refunded, and the page says so', (_, balance, sentence) => {
  const student = boarder()
  const { card: __, ...facts } = student.facts
  const asked = { ...student, facts: { ...facts, ...(balance && { card: fact(balance) }) } }
  const walk = new Walk('cardRefund', asked)
  expect(refusal(() => walk.step(STUDENT, 'file', { input: cardForm })).message).toBe(sentence)
  const situation = situationOf(cohort2022, asked, 'cardRefund', MORNING)
  expect(filingNow(tableOf('cardRefund'), situation, null).blocked).toBe(sentence)
})

test.each([
  ['consent', false, '要先同意收集银行卡号，才能申请退费'],
  ['holder', '林知春', '只能退到本人名下的卡，开户名要和姓名一致'],
  ['holder', ' ', '请填写开户名'],
  ['bank', '', '请填写开户银行'],
  ['cardNumber', '', '请填写银行卡号'],
  ['cardNumber', '6228 4800 0000 000x', '银行卡号只有数字'],
  ['cardNumber', '622848000000', '借记卡的卡号是 16 到 19 位，请核对'],
  ['cardNumber', '6228480000000000008', '卡号不对，可能输错了一位，请对着卡再看一遍'],
  ['cardNumber', '6225750000000006', '这是信用卡。退款仅限借记卡，请换一张'],
  ['phone', '1380000000', '手机号是 11 位数字，以 1 开头'],
])('%s %j is refused at its field', (field, value, sentence) => {
  const walk = new Walk('cardRefund')
  const input = { ...cardForm, [field]: value }
  expect(refusal(() => walk.step(STUDENT, 'file', { input }))).toMatchObject({
    code: 'INVALID',
    fields: { [field]: sentence },
  })
})

test('only a payout batch moves money', () => {
  const walk = filed()
  const alone = { input: exported.input }
  expect(refusal(() => walk.step(finance, 'export', alone)).code).toBe('FORBIDDEN')
})

test('a bounced payment can be registered by name and reason', () => {
  const walk = filed()
  walk.step(finance, 'export', exported, JULY_5)
  walk.step(finance, 'settle', payouts, JULY_5)
  expect(refusal(() => walk.step(finance, 'revoke')).fields).toEqual({ note: '请写明原因' })
  walk.step(finance, 'revoke', { note: '账户已销户' })
  expect(card(walk)).toMatchObject({ turn: 'student', reason: '银行没有退成：账户已销户' })
})
