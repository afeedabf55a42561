import type { ActionName } from '../../../../../domain/api'
import { dayOf } from '../../../../../domain/calendar'
import type { FieldView, Value } from '../../../../../domain/procedures/fields'
import type { MemberAnswer } from '../../../../../domain/roles/staff-answers'
import type { Typed } from '../../../../components/field-form/typed'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { handedOver } from '../../../../services/hand-over'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, submit, type Values } from '../../../../services/submission'
import { splitLines, textIn } from '../../forms/part-form'
import { grantFields, toMemberView, type MemberView } from './view'

type Filling = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

const NOTHING: Typed = { long: 'always' }
const USUAL = ['换人了', '调走了', '填错了']

/** One staff member: their posts, another one, or one less. */
Page({
  ...loading(DESK),

  data: {
    ...NOTHING_LOADED,
    staffNo: '',
    view: null as MemberView | null,
    answer: null as MemberAnswer | null,
    fields: grantFields(NOTHING),
    typed: NOTHING,
    errors: NO_TEXTS,
    refusal: '',
    today: dayOf(new Date().toISOString()),
    /** The post that is being withdrawn; -1 while none is. */
    leaving: -1,
    reason: '',
    usual: USUAL,
    sending: '',
    attempt: NO_ATTEMPT,
  },

  onLoad({ for: token }: { for?: string }) {
    const staffNo = handedOver(token)
    if (staffNo === null) void wx.navigateBack()
    else this.setData({ staffNo })
  },

  onShow() {
    if (this.data.staffNo) void this.load()
  },

  async ask() {
    this.show(await call('admin.member', { staffNo: this.data.staffNo }))
  },

  show(answer: MemberAnswer) {
    this.setData({ answer, view: toMemberView(answer) })
  },

  fill({ detail: { name, value } }: Filling) {
    const typed = { ...this.data.typed, [name]: value }
    this.setData({ typed, fields: grantFields(typed), errors: NO_TEXTS, refusal: '' })
  },

  async give() {
    const { staffNo, typed, fields } = this.data
    const has = (name: string) => fields.some((field: FieldView) => field.name === name)
    const given = {
      staffNo,
      role: textIn(typed, 'role'),
      values: has('values') ? splitLines(textIn(typed, 'values')) : [],
      until: has('until') ? textIn(typed, 'until') : '',
    }
    if (has('until') && !given.until) this.setData({ errors: { until: '请选择最后一天' } })
    else if (await this.send('admin.grant', given)) {
      this.setData({ typed: NOTHING, fields: grantFields(NOTHING) })
    }
  },

  askWhy({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    this.setData({ leaving: currentTarget.dataset.index, errors: NO_TEXTS, refusal: '' })
  },

  keep() {
    this.setData({ leaving: -1 })
  },

  typeReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, errors: NO_TEXTS })
  },

  async withdraw() {
    const { staffNo, answer, leaving, reason } = this.data
    const grant = answer?.grants[leaving]
    if (!grant) return
    const { role, values } = grant
    if (await this.send('admin.withdraw', { staffNo, role, values, reason })) {
      this.setData({ leaving: -1, reason: '' })
    }
  },

  async send(action: 'admin.grant' | 'admin.withdraw', given: Values): Promise<boolean> {
    if (this.data.sending) return false
    this.setData({ sending: action satisfies ActionName, errors: NO_TEXTS, refusal: '' })
    const outcome = await submit(action, given, this.data.attempt)
    this.setData({ sending: '' })
    if ('answer' in outcome) {
      this.setData({ attempt: NO_ATTEMPT })
      this.show(outcome.answer)
      return true
    }
    const { errors, refusal, attempt } = outcome
    this.setData({ errors, refusal, attempt })
    return false
  },

  openCode() {
    void wx.navigateTo({ url: '/packages/staff/pages/staff-code/staff-code' })
  },
})
