import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { SHEET } from '../../../../services/arrival'
import type { Failure } from '../../../../services/failure'
import { handedOver } from '../../../../services/hand-over'
import { faceOf } from '../../face'
import { openProcedure } from '../../opening'
import { hasAgreed } from './consent'

/** 一卡通退费: the consent, the form, and how far the refund is. */
Page({
  data: {
    answer: null as ProcedureAnswer | null,
    failure: null as Failure | null,
    face: 'form',
    editing: false,
    /** Whom a counsellor files for; empty for the student's own request. */
    studentNo: '',
    /** Agreed to on this page just now; a consent is never remembered on the phone. */
    agreed: false,
    /** What the person has to know about what is on the screen. */
    note: '',
  },

  onLoad(query: { for?: string }) {
    this.setData({ studentNo: handedOver(query.for) ?? '' })
  },

  onShow() {
    if (!this.data.answer || this.data.face === 'progress') void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    await wx.stopPullDownRefresh()
  },

  async load(note = '') {
    const opened = await openProcedure('cardRefund', this.data.studentNo)
    if (!opened) return
    const { answer, failure } = opened
    if (answer) this.show(answer, this.data.editing, note || opened.note)
    else if (this.data.answer) this.setData({ note: note || failure.message })
    else this.setData({ failure })
  },

  show(answer: ProcedureAnswer, editing: boolean, note = '') {
    const face = faceOf(answer, editing)
    const asks = face === 'form' && !this.data.agreed && !hasAgreed(answer)
    this.setData({ answer, failure: null, editing, note, face: asks ? 'consent' : face })
  },

  agree() {
    if (!this.data.answer) return
    this.setData({ agreed: true })
    this.show(this.data.answer, this.data.editing)
    void wx.pageScrollTo({ scrollTop: 0 })
  },

  /** Nothing was asked and nothing is kept: back to where one came from. */
  refuse() {
    wx.navigateBack().catch(() => wx.reLaunch({ url: SHEET }))
  },

  change({ detail }: WechatMiniprogram.CustomEvent<ProcedureAnswer>) {
    this.setData({ agreed: false })
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
