import type { VerifiedAnswer } from '../../../../../domain/procedures/answers'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { sentenceOf } from '../../../../services/refusals'

/** What an office usually says when it cannot be put on record yet. */
const USUAL_REASONS = ['东西不全', '有损坏，请先处理', '没有来办']

/** What happened, for the page to show. */
export interface Registered {
  answer: VerifiedAnswer
  /** 登记 or 说明 */
  did: string
}

/** 部门登记 of those who are chosen in a list: put on record, or told why it cannot be yet. */
Component({
  properties: {
    /** Code of the item. */
    item: { type: String, value: '' },
    /** Student numbers, `string[]`. */
    students: { type: Array, value: [] as string[] },
  },

  data: {
    asking: false,
    usual: USUAL_REASONS,
    note: '',
    wrong: '',
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  methods: {
    register() {
      void this.send('register', '')
    },

    ask() {
      this.setData({ asking: true, wrong: '' })
    },

    unask() {
      this.setData({ asking: false })
    },

    type({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ note: detail.value, wrong: '' })
    },

    refuse() {
      if (this.data.note.trim()) void this.send('refuse', this.data.note)
      else this.setData({ wrong: '请写明原因' })
    },

    async send(transition: 'register' | 'refuse', note: string) {
      const { item, students, sending, attempt } = this.data
      if (sending) return
      this.setData({ sending: true, refusal: '' })
      const input = { item, students: students, transition, note }
      const outcome = await submit('desk.register', input, attempt)
      this.setData({ sending: false, asking: false })
      if (!('answer' in outcome)) {
        this.setData({ attempt: outcome.attempt, refusal: sentenceOf(outcome) })
        return
      }
      this.setData({ note: '', attempt: NO_ATTEMPT })
      const did = transition === 'register' ? '登记' : '说明'
      this.triggerEvent('done', { answer: outcome.answer, did } satisfies Registered)
    },
  },
})
