import type { Value } from '../../../../../domain/procedures/fields'
import { NOTHING_TYPED } from '../../../../components/field-form/typed'
import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { loading, NOTHING_LOADED } from '../../../../services/loading'
import { handedOver } from '../../../../services/hand-over'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, submit, type Texts } from '../../../../services/submission'
import { sentenceOf } from '../../../../services/refusals'
import { toConditionView, type ConditionView } from './view'

type Filled = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

/** 有条件核验 of one student: what is still to be done, and until when they may be away without it. */
Page({
  ...loading(DESK),

  data: {
    ...NOTHING_LOADED,
    className: '',
    studentNo: '',
    view: null as ConditionView | null,
    typed: NOTHING_TYPED,
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  onLoad({ class: given = '', for: token }: { class?: string; for?: string }) {
    const studentNo = handedOver(token) ?? ''
    this.setData({ className: decodeURIComponent(given), studentNo })
    void this.load()
  },

  async ask() {
    const { className, studentNo } = this.data
    const view = toConditionView(await call('desk.class', { className }), studentNo)
    if (view) this.setData({ view, typed: view.starts })
    else void wx.navigateBack()
  },

  fill({ detail: { name, value } }: Filled) {
    const { typed, errors } = this.data
    const { [name]: _, ...others } = errors
    this.setData({ typed: { ...typed, [name]: value }, errors: others, refusal: '' })
  },

  async verify() {
    const { studentNo, typed, sending, attempt } = this.data
    if (sending) return
    this.setData({ sending: true, errors: NO_TEXTS, refusal: '' })
    const input = { students: [studentNo], condition: typed }
    const outcome = await submit('desk.verify', input, attempt)
    this.setData({ sending: false, attempt: outcome.attempt })
    if (!('answer' in outcome)) {
      const errors = withinCondition(outcome.errors)
      const shown = Object.keys(errors).length > 0
      this.setData({ errors, refusal: shown ? '' : sentenceOf(outcome) })
      return
    }
    const [result] = outcome.answer.results
    if (result?.ok) void wx.navigateBack()
    else this.fail(result?.fields ?? NO_TEXTS, result?.message ?? '')
  },

  /** Refused as it stands: what is sent next is another attempt. */
  fail(errors: Texts, message: string) {
    const shown = Object.keys(errors).length > 0
    this.setData({ errors, refusal: shown ? '' : message, attempt: NO_ATTEMPT })
  },
})

/** Sentences about `condition.until` stand at the field `until`. */
function withinCondition(errors: Texts): Texts {
  const own = Object.entries(errors).filter(([path]) => path.startsWith('condition.'))
  return Object.fromEntries(own.map(([path, text]) => [path.replace('condition.', ''), text]))
}
