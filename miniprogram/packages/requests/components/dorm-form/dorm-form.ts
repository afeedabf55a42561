import type { PhotoView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { NO_ATTEMPT } from '../../../../services/request-id'
import { scrollToFirst } from '../../../../services/scroll'
import { NO_TEXTS, type Texts } from '../../../../services/submission'
import { handIn } from '../../acting'
import { keepTyped, typedBefore } from '../../unfinished'
import { forLater, inputOf, NOTHING_TYPED, startingFrom, wrongWith, type DormTyped } from './typed'
import {
  CONDITION_OPTIONS,
  dayInWords,
  SLOT_OPTIONS,
  toDormFormView,
  type DormFormView,
} from './view'

type Typing = WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>
type Looking = WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>

/**
 * 退宿申请: what a student fills in to leave the dorm. What was typed stays on the phone until it is
 * accepted. Fires `changed` with the new answer, `overtaken` when somebody else was quicker, `leave`
 * when the form is not wanted any more.
 */
Component({
  properties: {
    answer: { type: Object, value: null as unknown as ProcedureAnswer },
    /** A counsellor fills it in for the student. */
    behalf: { type: Boolean, value: false },
  },

  data: {
    view: null as DormFormView | null,
    typed: NOTHING_TYPED,
    day: '',
    resumed: false,
    unseen: 0,
    waiting: 0,
    errors: NO_TEXTS,
    refusal: '',
    sending: false,
    attempt: NO_ATTEMPT,
    slots: SLOT_OPTIONS,
    conditions: CONDITION_OPTIONS,
  },

  observers: {
    answer(answer: ProcedureAnswer | null) {
      if (!answer) return
      const draft = typedBefore<DormTyped>(answer)
      this.setData({ view: toDormFormView(answer), resumed: draft !== null })
      this.fill(startingFrom(answer, draft))
    },
  },

  methods: {
    leave() {
      this.triggerEvent('leave')
    },

    type({ detail, currentTarget }: Typing) {
      this.put(currentTarget.dataset.name, { [currentTarget.dataset.name]: detail.value })
    },

    count({ detail }: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.put('keys', { keys: detail.value })
    },

    look({ detail, currentTarget }: Looking) {
      const { index } = currentTarget.dataset
      const checklist = this.data.typed.checklist.map((row, place) =>
        place === index ? { ...row, condition: detail.value } : row,
      )
      this.put(`checklist.${index}.condition`, { checklist })
    },

    /** What was looked at keeps its condition; the rest has none of its own. */
    restIsGood() {
      const { checklist } = this.data.typed
      this.put('checklist', {
        checklist: checklist.map(({ thing, condition }) => ({
          thing,
          condition: condition || 'good',
        })),
      })
    },

    takePhotos({
      detail,
    }: WechatMiniprogram.CustomEvent<{ photos: PhotoView[]; waiting: number }>) {
      this.setData({ waiting: detail.waiting })
      this.put('photos', { photos: detail.photos })
    },

    /** Something was filled in: its sentence goes, the phone keeps it. */
    put(name: string, change: Partial<DormTyped>) {
      const { errors } = this.data
      const left = Object.entries(errors).filter(([field]) => !field.startsWith(name))
      this.setData({ errors: Object.fromEntries(left), refusal: '' })
      this.fill({ ...this.data.typed, ...change })
      keepTyped(this.data.answer, forLater(this.data.typed))
    },

    fill(typed: DormTyped) {
      const unseen = typed.checklist.filter(({ condition }) => !condition).length
      this.setData({ typed, unseen, day: dayInWords(typed.leaveOn) })
    },

    async send() {
      const { answer, behalf, typed, waiting, attempt, sending } = this.data
      if (sending) return
      const wrong = wrongWith(typed, waiting)
      if (Object.keys(wrong).length > 0) {
        this.show(wrong, '')
        return
      }
      this.setData({ sending: true, errors: {}, refusal: '' })
      const outcome = await handIn(
        answer,
        { transition: 'file', input: inputOf(typed) },
        attempt,
        behalf,
      )
      if ('answer' in outcome) {
        this.triggerEvent('changed', outcome.answer)
        return
      }
      const { errors, refusal, overtaken } = outcome
      this.setData({ sending: false, attempt: outcome.attempt })
      this.show(errors, overtaken ? '' : refusal)
      if (overtaken) this.triggerEvent('overtaken', { message: refusal })
    },

    /** A sentence at each wrong field, the first of them on the screen, and a word at the button. */
    show(errors: Texts, refusal: string) {
      const count = Object.keys(errors).length
      const hint = count > 0 ? `还有 ${count} 处没有填好，已经在上面标出来。` : ''
      this.setData({ errors, refusal: refusal || hint }, () => {
        if (count > 0) scrollToFirst(this, '.wrong')
      })
    },
  },
})
