import type { ActionView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import type { Value } from '../../../../../domain/procedures/fields'
import * as typing from '../../../../components/field-form/typed'
import { goTo } from '../../../../services/elsewhere'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, type Texts } from '../../../../services/submission'
import { handIn } from '../../acting'
import { forgetTyped, keepTyped, typedBefore } from '../../unfinished'
import { stepOf, wrongWith } from './step'
import { toPlainFormView, type PlainFormView } from './view'

type Filling = WechatMiniprogram.CustomEvent<{ name: string; value: Value }>

/**
 * One form of a plain procedure: filing it, or a later step of the student. What was typed stays on
 * the phone until it is accepted. Fires `changed` with the new answer, `overtaken` when somebody else
 * was quicker, `leave` when the form is not wanted any more.
 */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
    /** `ActionView`: what the form is for. */
    action: { type: Object, value: null as unknown as ActionView },
    /** A counsellor fills it in for the student. */
    behalf: { type: Boolean, value: false },
    /** There is another form to choose, or a progress to go back to. */
    back: { type: String, value: '' },
  },

  data: {
    view: null as PlainFormView | null,
    typed: typing.NOTHING_TYPED,
    resumed: false,
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  observers: {
    'answer, action'(answer: ProcedureAnswer | null, action: ActionView | null) {
      if (!answer || !action) return
      const view = toPlainFormView(answer, action)
      const draft = typedBefore<typing.Typed>(answer, action.name)
      const filed = view.files ? (answer.typed ?? {}) : {}
      const typed = draft
        ? typing.resumed(draft)
        : typing.startingFrom(view.fields, filed as typing.Typed)
      this.setData({ view, typed, resumed: draft !== null })
    },
  },

  methods: {
    leave() {
      this.triggerEvent('leave')
    },

    follow(event: WechatMiniprogram.TouchEvent<object, object, { text: string; app: string }>) {
      const { text: address, app: appId } = event.currentTarget.dataset
      void goTo({ address, appId })
    },

    /** Something was filled in: its sentence goes, the phone keeps it. */
    fill({ detail: { name, value } }: Filling) {
      const { answer, action, errors } = this.data
      const typed = { ...this.data.typed, [name]: value }
      const left = Object.entries(errors).filter(([field]) => field !== name)
      this.setData({ typed, errors: Object.fromEntries(left), refusal: '' })
      keepTyped(answer, typed, action.name)
    },

    async send() {
      const { answer, action, behalf, typed, attempt, sending } = this.data
      if (sending) return
      const wrong = wrongWith(answer, action, typed)
      if (Object.keys(wrong).length > 0) {
        this.show(wrong, '')
        return
      }
      this.setData({ sending: true, errors: {}, refusal: '' })
      const outcome = await handIn(answer, stepOf(action, typed), attempt, behalf)
      this.setData({ sending: false })
      if ('answer' in outcome) {
        forgetTyped(answer, action.name)
        this.setData({ attempt: NO_ATTEMPT })
        this.triggerEvent('changed', outcome.answer)
        return
      }
      const { errors, refusal, overtaken } = outcome
      this.setData({ attempt: outcome.attempt })
      this.show(errors, overtaken ? '' : refusal)
      if (overtaken) this.triggerEvent('overtaken', { message: refusal })
    },

    /** A sentence at each wrong field, and a word at the button. */
    show(errors: Texts, refusal: string) {
      const count = Object.keys(errors).length
      const hint = count > 0 ? `还有 ${count} 处没有填好，已经在上面标出来。` : ''
      this.setData({ errors, refusal: refusal || hint })
    },
  },
})
