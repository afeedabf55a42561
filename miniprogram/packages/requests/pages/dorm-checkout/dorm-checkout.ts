import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import type { Failure } from '../../../../services/failure'
import { handedOver } from '../../../../services/hand-over'
import { faceOf } from '../../face'
import { openProcedure } from '../../opening'

/** 退宿: the form, how far the request is, or the inspection record to be confirmed. */
Page({
  data: {
    answer: null as ProcedureAnswer | null,
    failure: null as Failure | null,
    face: 'form',
    editing: false,
    /** Whom a counsellor files for; empty for the student's own request. */
    studentNo: '',
    /** What the person has to know about what is on the screen. */
    note: '',
  },

  onLoad(query: { for?: string }) {
    this.setData({ studentNo: handedOver(query.for) ?? '' })
  },

  onShow() {
    // Coming back from a photo or a phone call must not take the form away from under the fingers.
    if (!this.data.answer || this.data.face === 'progress') void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load(note = '') {
    const opened = await openProcedure('dormCheckout', this.data.studentNo)
    if (!opened) return
    const { answer, failure } = opened
    if (answer) this.show(answer, this.data.editing, note || opened.note)
    else if (this.data.answer) this.setData({ note: note || failure.message })
    else this.setData({ failure })
  },

  show(answer: ProcedureAnswer, editing: boolean, note = '') {
    this.setData({ answer, failure: null, editing, note, face: faceOf(answer, editing) })
  },

  change({ detail }: WechatMiniprogram.CustomEvent<ProcedureAnswer>) {
    this.show(detail, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  edit() {
    if (!this.data.answer) return
    this.show(this.data.answer, true)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  leave() {
    if (this.data.answer) this.show(this.data.answer, false)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Somebody else moved the request: what it is now, and above it what they did. */
  catchUp({ detail }: WechatMiniprogram.CustomEvent<{ message: string }>) {
    void this.load(detail.message)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  retry() {
    this.setData({ failure: null })
    void this.load()
  },
})
