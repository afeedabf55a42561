import type { TrailAnswer } from '../../../../../domain/audit/record'
import { STUDENT_NO } from '../../../../components/entry-form/entry'
import { toTrailView, type TrailView } from './view'

/** 操作记录: who did what about a student, and whether nothing of it was tampered with. */
Page({
  data: {
    entries: [STUDENT_NO],
    trail: null as TrailView | null,
  },

  show({ detail }: WechatMiniprogram.CustomEvent<TrailAnswer>) {
    this.setData({ trail: toTrailView(detail) })
  },

  again() {
    this.setData({ trail: null })
  },
})
