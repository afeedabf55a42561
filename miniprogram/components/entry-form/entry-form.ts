import type { ActionName } from '../../../domain/api'
import { NO_ATTEMPT } from '../../services/request-id'
import { check, NO_TEXTS, submit, type Texts } from '../../services/submission'
import type { Entry } from './entry'

type TypingEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>

/**
 * Fields, what is wrong with them, and the one button that sends them to an action of the contract.
 * What was typed stays, whatever happens. Fires `done` with the answer; it stays locked after that, so
 * the page leaves or takes the form away.
 */
Component({
  properties: {
    /** An action of the contract whose input are these fields (and a request id). */
    action: { type: String, value: '' },
    entries: { type: Array, value: [] as Entry[] },
    /** What the button says. */
    button: { type: String, value: '' },
    danger: { type: Boolean, value: false },
    /** A question to be answered before it is sent; none when empty. */
    question: { type: String, value: '' },
    /** While false it says what is wrong but sends nothing, and fires `held`. */
    ready: { type: Boolean, value: true },
  },

  data: {
    typed: NO_TEXTS,
    errors: NO_TEXTS,
    refusal: '',
    focused: '',
    sending: false,
    attempt: NO_ATTEMPT,
  },

  observers: {
    action() {
      this.setData({ errors: {}, refusal: '', focused: '' })
    },
  },

  methods: {
    type({ detail, currentTarget }: TypingEvent) {
      const { name } = currentTarget.dataset
      this.setData({
        [`typed.${name}`]: detail.value,
        [`errors.${name}`]: '',
        refusal: '',
        focused: '',
      })
    },

    /** The key below right on the keyboard: the next field, or after the last one the button. */
    goOn({ currentTarget }: TypingEvent) {
      const names = this.data.entries.map(({ name }) => name)
      const next = names[names.indexOf(currentTarget.dataset.name) + 1]
      if (next) this.setData({ focused: next })
      else void this.send()
    },

    async send() {
      if (this.data.sending) return
      const typed = this.fields()
      const { ready, attempt: last } = this.data
      const action = this.data.action as ActionName
      const wrong = check(action, typed, PLACEHOLDER_ID)
      if (!ready) this.triggerEvent('held')
      if ('errors' in wrong || !ready) {
        this.show('errors' in wrong ? wrong.errors : {}, '')
        return
      }
      this.setData({ sending: true, errors: {}, refusal: '', focused: '' })
      if (!(await this.isMeant())) return
      const outcome = await submit(action, typed, last)
      if ('answer' in outcome) {
        this.setData({ attempt: NO_ATTEMPT })
        this.triggerEvent('done', outcome.answer)
        return
      }
      this.setData({ attempt: outcome.attempt, sending: false })
      this.show(outcome.errors, outcome.refusal)
    },

    /** What stands in the fields that are on the screen. */
    fields(): Texts {
      const { entries, typed } = this.data
      return Object.fromEntries(entries.map(({ name }) => [name, typed[name] ?? '']))
    },

    async isMeant(): Promise<boolean> {
      const { question, button } = this.data
      if (!question) return true
      const { confirm } = await wx.showModal({ content: question, confirmText: button })
      if (!confirm) this.setData({ sending: false })
      return confirm
    },

    /** A sentence at each wrong field, and the first of them under the finger. */
    show(errors: Texts, refusal: string) {
      const first = this.data.entries.find(({ name }) => errors[name])
      this.setData({ errors, refusal, focused: first?.name ?? '' })
    },
  },
})

/** Lets the fields be looked at before an attempt has its id. */
const PLACEHOLDER_ID = '-'.repeat(24)
