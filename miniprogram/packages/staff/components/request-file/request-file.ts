import type { StaffRequestAnswer } from '../../../../../domain/procedures/answers'
import type { Value } from '../../../../../domain/procedures/fields'
import { tableOf } from '../../../../../domain/procedures/tables'
import { sendWhereOneBelongs } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { type Failure, toFailure } from '../../../../services/failure'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { submit } from '../../../../services/submission'
import { askToBeTold } from '../../../../services/subscription'
import { mayI } from '../../services/my-desk'
import { openFiling, openInspection, openStudent } from '../../services/open'
import { sentenceOf } from '../../../../services/refusals'
import {
  filledBefore,
  inputFor,
  keepFilled,
  NOTHING_FILLED,
  NOTHING_WRONG,
  wrongFor,
} from './filling'
import { toFileView, undoLeft, type ButtonView, type FileView } from './view'

type Typed = WechatMiniprogram.CustomEvent<{ value: string }>
type Filling = WechatMiniprogram.CustomEvent<
  { name: string; value: Value },
  object,
  { form: string }
>
type ButtonEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** As often as the minutes left for taking a step back are counted anew. */
const TICK_MS = 15_000

/**
 * A request as the desk reads it: whose it is, where it stands, what was filed and found, and the
 * steps that are the reader's. Fires `opened` with its title, and `changed` after each step.
 */
Component({
  properties: {
    requestId: { type: String, value: '' },
    /** Beside the list, on a wide screen. */
    aside: { type: Boolean, value: false },
  },

  data: {
    answer: null as StaffRequestAnswer | null,
    view: null as FileView | null,
    failure: null as Failure | null,
    maySeeStudent: false,
    note: '',
    filled: NOTHING_FILLED,
    /** Sentences at the fields, by step. */
    wrong: NOTHING_WRONG,
    reasoned: null as ButtonView | null,
    reason: '',
    refusal: '',
    sending: '',
    attempt: NO_ATTEMPT,
    undo: '',
    /** By how much the phone's clock is ahead of the function's, in ms. */
    ahead: 0,
    ticking: 0,
  },

  observers: {
    requestId(requestId: string) {
      if (!requestId) return
      this.setData({ view: null, failure: null, note: '', reason: '', reasoned: null })
      this.setData({ refusal: '', wrong: NOTHING_WRONG })
      void this.load()
    },
  },

  lifetimes: {
    attached() {
      void mayI('desk.student').then((maySeeStudent) => this.setData({ maySeeStudent }))
      this.setData({ ticking: setInterval(() => this.countUndo(), TICK_MS) })
    },
    detached() {
      clearInterval(this.data.ticking)
    },
  },

  pageLifetimes: {
    /** On coming back from the inspection: it may be done. */
    show() {
      if (this.data.view && !this.data.sending) void this.load()
    },
  },

  methods: {
    async load() {
      const { requestId: id } = this.data
      try {
        const answer = await call('desk.request', { id })
        if (id === this.data.requestId) this.show(answer)
      } catch (error) {
        if (id !== this.data.requestId || sendWhereOneBelongs(error)) return
        const failure = toFailure(error)
        if (this.data.view) void wx.showToast({ title: failure.message, icon: 'none' })
        else this.setData({ failure })
      }
    },

    retry() {
      this.setData({ failure: null })
      void this.load()
    },

    show(answer: StaffRequestAnswer) {
      const ahead = Date.now() - Date.parse(answer.now)
      const filled = filledBefore(answer.request)
      this.setData({ answer, view: toFileView(answer), filled, failure: null, ahead })
      this.countUndo()
      this.triggerEvent('opened', { title: answer.request.title })
    },

    countUndo() {
      const { answer, ahead } = this.data
      const undo = undoLeft(answer?.request.undoUntil ?? null, Date.now() - ahead)
      if (undo === this.data.undo) return
      this.setData({ undo })
      // From now on it takes a reason, for which there is another button.
      if (undo === '' && answer?.request.undoUntil) void this.load()
    },

    typeNote({ detail }: Typed) {
      this.setData({ note: detail.value })
    },

    typeReason({ detail }: Typed) {
      this.setData({ reason: detail.value, refusal: '' })
    },

    closeReason() {
      this.setData({ reasoned: null, refusal: '' })
    },

    press({ currentTarget }: ButtonEvent) {
      const { view, note } = this.data
      const button = view?.buttons.find(({ name }) => name === currentTarget.dataset.name)
      if (!view || !button) return
      if (button.kind === 'inspection') openInspection(view.request.id)
      if (button.kind === 'filing') openFiling(tableOf(view.request.procedure).page, view.studentNo)
      if (button.kind === 'reasoned') this.setData({ reasoned: button, refusal: '' })
      if (button.kind === 'fields') this.fulfil(button.name)
      if (button.kind === 'step') void this.decide(button.name, note)
    },

    fill({ detail: { name, value }, currentTarget }: Filling) {
      const { answer, filled, wrong } = this.data
      const { form } = currentTarget.dataset
      const { [name]: _, ...left } = wrong[form] ?? {}
      const changed = { ...filled, [form]: { ...filled[form], [name]: value } }
      this.setData({ filled: changed, wrong: { ...wrong, [form]: left }, refusal: '' })
      if (answer) keepFilled(answer.request, changed)
    },

    /** A step with fields: on its way when nothing is wrong with them. */
    fulfil(name: string) {
      const { view, filled } = this.data
      const action = view?.forms.find((form) => form.name === name)
      if (!view || !action) return
      const wrong = wrongFor(view.request, action, filled)
      const count = Object.keys(wrong).length
      this.setData({ wrong: { [name]: wrong } })
      if (count > 0) this.setData({ refusal: `还有 ${count} 处没有填好，已经在上面标出来。` })
      else void this.decide(name, '')
    },

    giveReason() {
      const { reasoned, reason } = this.data
      if (!reasoned) return
      if (reason.trim() === '') this.setData({ refusal: '请写明原因' })
      else void this.decide(reasoned.name, reason)
    },

    async decide(transition: string, note: string) {
      const { answer, view, filled, sending, attempt } = this.data
      if (!answer || sending) return
      this.setData({ sending: transition, refusal: '' })
      await askToBeTold(answer.templates)
      const { id, version } = answer.request
      const action = view?.forms.find(({ name }) => name === transition)
      const input = inputFor(action, filled)
      const change = { decisions: [{ id, version }], transition, note, input }
      const outcome = await submit('desk.decide', change, attempt)
      if (!('answer' in outcome)) {
        this.setData({ attempt: outcome.attempt, refusal: sentenceOf(outcome), sending: '' })
        return
      }
      const [result] = outcome.answer.results
      const done = result?.ok === true
      if (done) this.setData({ reasoned: null, reason: '', note: '' })
      await this.load()
      this.setData({
        attempt: NO_ATTEMPT,
        sending: '',
        refusal: done ? '' : (result?.message ?? ''),
        wrong: { [transition]: result?.fields ?? {} },
      })
      if (done) this.triggerEvent('changed')
    },

    async undoStep() {
      const { answer, sending, attempt } = this.data
      if (!answer || sending) return
      this.setData({ sending: 'undo', refusal: '' })
      const { id, version } = answer.request
      const outcome = await submit('desk.undo', { id, version }, attempt)
      if ('answer' in outcome) {
        this.show(outcome.answer)
        this.setData({ attempt: NO_ATTEMPT, sending: '' })
        this.triggerEvent('changed')
        return
      }
      if (outcome.overtaken) await this.load()
      this.setData({ attempt: outcome.attempt, sending: '', refusal: sentenceOf(outcome) })
    },

    openStudent() {
      if (this.data.view) openStudent(this.data.view.studentNo)
    },
  },
})
