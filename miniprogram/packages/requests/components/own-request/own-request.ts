import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { askToBeTold } from '../../../../services/subscription'
import { act } from '../../acting'
import { textsOf } from './texts'
import { toOwnView, type OwnView } from './view'

const WITHDRAW = 'withdraw'

/**
 * A request as its student follows it: progress, 撤回, 提醒一下, and what was filed; what there is to
 * fill in now goes into its slot. Fires `changed` with the new answer, `edit` when the form is
 * wanted, `overtaken` when somebody else was quicker.
 */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
    /** A counsellor looks at what they filed for the student: reminding is not for them. */
    behalf: { type: Boolean, value: false },
  },

  data: {
    view: null as OwnView | null,
    said: '',
    refusal: '',
    working: '',
    attempt: NO_ATTEMPT,
  },

  observers: {
    'answer, behalf'(answer: ProcedureAnswer | null, behalf: boolean) {
      const view = answer?.request ? toOwnView(answer, answer.request, behalf) : null
      this.setData({ view, said: '' })
    },
  },

  methods: {
    async press(event: WechatMiniprogram.TouchEvent<object, object, { deed: string }>) {
      const { deed } = event.currentTarget.dataset
      if (this.data.working) return
      if (deed === 'file') {
        this.triggerEvent('edit')
        return
      }
      this.setData({ working: deed, refusal: '', said: '' })
      await (deed === 'remind' ? this.remind() : this.take(deed))
      this.setData({ working: '' })
    },

    async remind() {
      const { procedure, templates } = this.data.answer
      await askToBeTold(templates)
      const outcome = await submit('requests.remind', { procedure }, this.data.attempt)
      if ('answer' in outcome) this.setData({ said: outcome.answer.said, attempt: NO_ATTEMPT })
      else this.setData({ refusal: outcome.refusal, attempt: outcome.attempt })
    },

    async take(transition: string) {
      const { answer, attempt } = this.data
      if (transition === WITHDRAW && !(await this.isSure())) return
      const outcome = await act(answer, { transition }, attempt)
      if ('answer' in outcome) {
        this.setData({ attempt: NO_ATTEMPT })
        this.triggerEvent('changed', outcome.answer)
        return
      }
      const { refusal, overtaken } = outcome
      this.setData({ refusal: overtaken ? '' : refusal, attempt: outcome.attempt })
      if (overtaken) this.triggerEvent('overtaken', { message: refusal })
    },

    async isSure(): Promise<boolean> {
      const { confirm } = await wx.showModal({
        title: '撤回这份申请',
        content: textsOf(this.data.answer.procedure).withdrawing,
        confirmText: '撤回',
        cancelText: '不撤回',
      })
      return confirm
    },
  },
})
