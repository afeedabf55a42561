import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { recogniseCard } from '../../../../../domain/procedures/forms/bank-card'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { scrollToFirst } from '../../../../services/scroll'
import { NO_TEXTS, type Texts } from '../../../../services/submission'
import { handIn } from '../../acting'
import { keepTyped, typedBefore } from '../../unfinished'
import { groupWhileTyping, ungrouped } from './grouping'
import * as typing from './typed'
import { toFields, type FieldView } from './fields'

type Typing = WechatMiniprogram.CustomEvent<
  { value: string; cursor: number },
  object,
  { name: keyof typing.RefundDraft }
>

/**
 * 一卡通退费申请: the account, then everything once more to be compared with the card, then it goes.
 * All but the card number stays on the phone until it is accepted. Fires `changed` with the new
 * answer, `overtaken` when somebody else was quicker, `leave` when the form is not wanted any more.
 */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
    /** A counsellor fills it in for the student. */
    behalf: { type: Boolean, value: false },
  },

  data: {
    typed: typing.NOTHING_TYPED,
    fields: [] as FieldView[],
    lastFour: '',
    /** Where the caret of the card number belongs. */
    cursor: -1,
    recognised: '',
    resumed: false,
    checking: false,
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  observers: {
    answer(answer: ProcedureAnswer | null) {
      if (!answer) return
      const draft = typedBefore<typing.RefundDraft>(answer)
      const { cardNumber } = this.data.typed
      const typed = { ...typing.startingFrom(answer, draft), cardNumber }
      this.setData({ typed, resumed: draft !== null, lastFour: typing.lastFourOf(answer) })
    },
  },

  methods: {
    leave() {
      this.triggerEvent('leave')
    },

    type({ detail, currentTarget }: Typing) {
      const { name } = currentTarget.dataset
      this.setData({ [`typed.${name}`]: detail.value, [`errors.${name}`]: '', refusal: '' })
      this.keep()
    },

    /** WeChat puts the answer of this handler into the field, with its caret. */
    typeNumber({ detail }: Typing): { value: string; cursor: number } {
      const grouped = groupWhileTyping(detail.value, detail.cursor)
      const number = { ...this.data.typed, cardNumber: grouped.value }
      const bank = typing.bankFor(number, this.data.recognised)
      const known = recogniseCard(ungrouped(grouped.value))
      this.setData({
        typed: { ...number, bank },
        cursor: grouped.cursor,
        recognised: known && !known.credit ? known.bank : '',
        'errors.cardNumber': typing.refusalOf(grouped.value),
        refusal: '',
      })
      this.keep()
      return grouped
    },

    keep() {
      const { cardNumber: _, ...draft } = this.data.typed
      keepTyped(this.data.answer, draft)
    },

    /** On to the comparison, when nothing is wrong. */
    check() {
      const { typed, answer, lastFour } = this.data
      const wrong = typing.wrongWith(typed, answer)
      if (Object.keys(wrong).length > 0) {
        this.show(wrong)
        return
      }
      const fields = toFields(typed, lastFour)
      this.setData({ checking: true, fields, errors: {}, refusal: '' })
      void wx.pageScrollTo({ scrollTop: 0 })
    },

    correct() {
      this.setData({ checking: false, refusal: '' })
    },

    async send() {
      const { answer, behalf, typed, attempt, sending } = this.data
      if (sending) return
      this.setData({ sending: true, refusal: '' })
      const step = { transition: 'file', input: typing.inputOf(typed) }
      const outcome = await handIn(answer, step, attempt, behalf)
      if ('answer' in outcome) {
        this.setData({ typed: typing.NOTHING_TYPED, attempt: NO_ATTEMPT })
        this.triggerEvent('changed', outcome.answer)
        return
      }
      const { errors, refusal, overtaken } = outcome
      const shown = overtaken ? '' : refusal
      this.setData({ sending: false, attempt: outcome.attempt, refusal: shown })
      if (Object.keys(errors).length > 0) this.show(errors)
      if (overtaken) this.triggerEvent('overtaken', { message: refusal })
    },

    /** Back to the form, with a sentence at each wrong field and the first of them on the screen. */
    show(errors: Texts) {
      this.setData({ errors, checking: false }, () => scrollToFirst(this, '.wrong'))
    },
  },
})
