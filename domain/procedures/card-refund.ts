import { addDays, dayOf, formatDayTime } from '../calendar'
import type { Item } from '../cohort/schema'
import type { Refusal } from '../errors'
import { formatYuan } from '../money'
import type { Line } from '../sheet/sheet'
import { refundable } from '../student/facts'
import { cardRefundForm, payoutForm } from './forms/card-refund'
import {
  transition,
  type Effect,
  type Procedure,
  type Situation,
  type State,
  type Step,
} from './procedure'
import { wrongField } from './refusal'
import { done, returned, waits, withdrawn } from './states'
import type * as v from 'valibot'

type Code = 'cardRefund'
type Filed = v.InferOutput<typeof cardRefundForm>
const row = transition<Code>()

/** 一卡通退费: filed by the student, paid out by finance in batches through the bank. */
export const cardRefund: Procedure<Code> = {
  code: 'cardRefund',
  title: '一卡通退费',
  prefix: 'TF',
  page: '/packages/requests/pages/card-refund/card-refund',

  states: {
    filed: waits('finance', '已提交，等财务处退款', '退款以报表日的余额为准，退到你填的借记卡。'),
    returned: standing(returned('filed')),
    exported: standing(
      waits('finance', '银行正在办理', '财务处已经把退款交给银行，到账后会通知你。'),
    ),
    failed: standing({
      ...returned('filed'),
      says: ({ note }) => `银行没有退成：${note}`,
      explains: '请核对开户名、银行和卡号，改好后再提交一次。',
    }),
    paid: done('已退款', '余额已经退到你的借记卡。'),
    withdrawn: {
      ...withdrawn(),
      explains: '你填的银行卡号已经删除。要退款的话，再提交一次就可以。',
    },
  },

  transitions: [
    row({
      name: 'file',
      from: ['none', 'withdrawn', 'filed'],
      to: 'filed',
      by: ['student', 'counsellor'],
      label: '提交退费申请',
      did: '提交了申请',
      form: cardRefundForm,
      page: 'filing',
      files: true,
      deadline: 'closed',
      guard: fileable,
      effect: filed,
    }),
    row({
      name: 'file',
      from: ['returned', 'failed'],
      to: 'filed',
      by: ['student', 'counsellor'],
      label: '改好了，重新提交',
      did: '改好后重新提交',
      form: cardRefundForm,
      page: 'filing',
      files: true,
      guard: fileable,
      effect: filed,
    }),
    row({
      name: 'return',
      from: ['filed'],
      to: 'returned',
      by: ['finance'],
      label: '退回',
      did: '退回',
      tone: 'danger',
      undoable: true,
      note: 'required',
      usualNotes: ['开户名与本人不符', '开户银行没写清楚', '请换一张借记卡'],
    }),
    row({
      name: 'export',
      from: ['filed'],
      to: 'exported',
      by: ['finance'],
      label: '导出退款表',
      did: '已交银行办理',
      through: 'payouts',
      form: payoutForm,
      effect: ({ input }) => ({ outcome: { payout: input } }),
    }),
    row({
      name: 'release',
      from: ['exported'],
      to: 'filed',
      by: ['finance'],
      through: 'payouts',
      label: '取消批次',
      did: '取消了这一批',
      note: 'required',
      effect: () => ({ outcome: {} }),
    }),
    row({
      name: 'settle',
      from: ['exported'],
      to: 'paid',
      by: ['finance'],
      through: 'payouts',
      label: '已到账',
      did: '已退款',
      effect: ({ item, now }) => ({
        secret: { eraseOn: addDays(dayOf(now), kept(item).paidDays) },
      }),
    }),
    row({
      name: 'fail',
      from: ['exported'],
      to: 'failed',
      by: ['finance'],
      through: 'payouts',
      label: '没有退成',
      did: '银行没有退成',
      note: 'required',
      effect: () => ({ outcome: {} }),
    }),
    row({
      name: 'withdraw',
      from: ['filed', 'returned', 'failed'],
      to: 'withdrawn',
      by: ['student'],
      label: '撤回',
      did: '撤回了申请',
      tone: 'quiet',
      effect: ({ request }) => ({
        secret: 'erase',
        ...(request && { form: { ...request.form, lastFour: '' } }),
      }),
    }),
    row({
      name: 'revoke',
      from: ['paid'],
      to: 'failed',
      by: ['finance'],
      label: '银行退票',
      did: '登记了银行退票',
      tone: 'danger',
      final: true,
      note: 'required',
      usualNotes: ['账户已销户', '户名不符，银行退回'],
      effect: ({ item }) => ({ outcome: {}, secret: { eraseOn: unpaidUntil(item) } }),
    }),
  ],

  way: [
    { state: 'filed', label: '财务处核对' },
    { state: 'exported', label: '银行办理' },
    { state: 'paid', label: '到账' },
  ],

  blocked,
  known,

  summary({ form, outcome: { payout } }) {
    const card = `${form.bank} 尾号 ${form.lastFour}`
    return payout ? `${formatYuan(payout.amountFen)} 元 · ${card}` : card
  },

  lines: ({ form }) => [
    { label: '开户名', value: form.holder },
    { label: '银行', value: form.bank },
    { label: '卡号', value: form.lastFour ? `尾号 ${form.lastFour}` : '已删除' },
    { label: '电话', value: form.phone },
  ],

  results: ({ outcome: { payout } }) =>
    payout
      ? [
          { label: '退款', value: `${formatYuan(payout.amountFen)} 元` },
          { label: '批次', value: payout.batch },
        ]
      : [],

  photos: () => ({ filed: [], found: [] }),
}

/**
 * The cards are cancelled on the report day, so that a balance of nothing settles no refund that finance
 * or the bank has begun with.
 */
function standing({ yieldsToFacts: _, ...state }: State): State {
  return state
}

function blocked({ student }: Situation): string {
  const balance = refundable(student.facts)
  if (!balance) return '一卡通数据还没有传来，请过些时候再申请。'
  return balance.value.balanceFen > 0 ? '' : '一卡通余额是 0.00 元，没有可以退的钱，不用申请。'
}

function known({ student: { facts } }: Situation): Line[] {
  const balance = refundable(facts)
  if (!balance) return []
  const source = `${balance.source}，${formatDayTime(balance.asOf)}`
  return [
    { label: '一卡通余额', value: `${formatYuan(balance.value.balanceFen)} 元` },
    { label: '数据来源', value: facts.cardReport ? `${source}的报表` : source },
  ]
}

function fileable({ student, request, input }: Step<Code, Filed>): Refusal | null {
  if (input.holder !== student.name) {
    return wrongField('holder', '只能退到本人名下的卡，开户名要和姓名一致')
  }
  if (input.cardNumber === '' && !request?.form.lastFour) {
    return wrongField('cardNumber', '请填写银行卡号')
  }
  return null
}

function filed({ input, request, item, now }: Step<Code, Filed>): Effect<Code> {
  const { consent: _, cardNumber, ...form } = input
  const lastFour = cardNumber.slice(-4) || (request?.form.lastFour ?? '')
  return {
    form: { ...form, lastFour, consentedAt: now.toISOString() },
    outcome: {},
    // Nothing can be paid before the report; what presses is the day on which the number is erased.
    dueOn: unpaidUntil(item),
    ...(cardNumber && {
      secret: { keep: cardNumber, kind: '银行卡号', eraseOn: unpaidUntil(item) },
    }),
  }
}

function cardRule(item: Item) {
  if (item.rule.kind === 'card') return item.rule
  throw new Error(`item ${item.code} has no card rule`)
}

function kept(item: Item) {
  return cardRule(item).accountKept
}

/** An account whose money never arrives is not kept for ever. */
function unpaidUntil(item: Item): string {
  const { reportOn, accountKept } = cardRule(item)
  return addDays(reportOn, accountKept.unpaidDays)
}
