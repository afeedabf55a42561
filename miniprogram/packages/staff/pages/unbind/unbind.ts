import type { BoundAnswer } from '../../../../../domain/identity/answers'
import { STUDENT_NO, type Entry } from '../../../../components/entry-form/entry'

const REASON: Entry = {
  name: 'reason',
  label: '原因',
  hint: '会写进操作记录，例如：手机丢了，本人带学生证来说明',
  keyboard: 'lines',
  maxlength: 200,
}

/** 解绑学生的微信: for a student who lost the account, so that they can bind another one. */
Page({
  data: {
    entries: [STUDENT_NO, REASON],
    /** Who was unbound; empty before. */
    unbound: '',
  },

  finish({ detail }: WechatMiniprogram.CustomEvent<BoundAnswer>) {
    this.setData({ unbound: detail.name })
  },

  again() {
    this.setData({ unbound: '' })
  },

  back() {
    void wx.navigateBack()
  },
})
