import type { StudentAnswer } from '../../../../../domain/student/forms'
import { STUDENT_NO } from '../../../../components/entry-form/entry'
import { handOver } from '../../../../services/hand-over'
import { openPage } from '../../services/open'

/** 学生: one who is registered wrongly, or not at all. */
Page({
  data: {
    entries: [STUDENT_NO],
    /** The form stays locked once it has an answer; a new one is put up on coming back. */
    asked: false,
  },

  onShow() {
    this.setData({ asked: false })
  },

  open({ detail }: WechatMiniprogram.CustomEvent<StudentAnswer>) {
    this.setData({ asked: true })
    openPage('student', { for: handOver(detail.studentNo) })
  },

  add() {
    openPage('student')
  },
})
