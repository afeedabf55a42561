import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { SHEET } from '../../../../services/arrival'
import { handedOver } from '../../../../services/hand-over'
import { faceOf } from '../../face'
import { SHOWN, STEERING } from '../../steering'
import { hasAgreed } from './consent'

/** 一卡通退费: the consent, the form, and how far the refund is. */
Page({
  ...STEERING,
  data: {
    ...SHOWN,
    /** Agreed to on this page just now; a consent is never remembered on the phone. */
    agreed: false,
  },

  onLoad(query: { for?: string }) {
    this.setData({ procedure: 'cardRefund', studentNo: handedOver(query.for) ?? '' })
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
})
