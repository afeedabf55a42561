import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import type { Line } from '../../../../../domain/sheet/sheet'
import { confirmationForm } from '../../../../../domain/procedures/forms/inspection'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { NO_TEXTS, wrongIn, type Texts } from '../../../../services/submission'
import { act, type Step } from '../../acting'
import { filedLines } from '../own-request/view'

/**
 * 检查记录: the student signs what the dorm manager found with their name, or says what is wrong with
 * it. Fires `changed` with the new answer, `overtaken` when somebody else was quicker.
 */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
  },

  data: {
    usual: [] as string[],
    /** What was filed, its number first. */
    filed: [] as Line[],
    name: '',
    disputing: false,
    note: '',
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  observers: {
    answer(answer: ProcedureAnswer | null) {
      const dispute = answer?.request?.actions.find(({ name }) => name === 'dispute')
      const filed = answer?.request ? filedLines(answer.request) : []
      this.setData({ usual: dispute?.usualNotes ?? [], filed })
    },
  },

  methods: {
    sign({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ name: detail.value, errors: {}, refusal: '' })
    },

    explain({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: detail.value, errors: {}, refusal: '' })
    },

    turn() {
      this.setData({ disputing: !this.data.disputing, errors: {}, refusal: '' })
    },

    confirm() {
      const input = { name: this.data.name }
      void this.take({ transition: 'confirm', input }, wrongIn(confirmationForm, input))
    },

    dispute() {
      const note = this.data.note.trim()
      const wrong: Texts = note ? {} : { note: '请写明哪里不对' }
      void this.take({ transition: 'dispute', note }, wrong)
    },

    async take(step: Step, wrong: Texts) {
      const { answer, attempt, sending } = this.data
      if (sending) return
      this.setData({ errors: wrong, refusal: '' })
      if (Object.keys(wrong).length > 0) return
      this.setData({ sending: true })
      const outcome = await act(answer, step, attempt)
      if ('answer' in outcome) {
        this.triggerEvent('changed', outcome.answer)
        return
      }
      const { errors, refusal, overtaken } = outcome
      const shown = overtaken ? '' : refusal
      this.setData({ sending: false, attempt: outcome.attempt, errors, refusal: shown })
      if (overtaken) this.triggerEvent('overtaken', { message: refusal })
    },
  },
})
