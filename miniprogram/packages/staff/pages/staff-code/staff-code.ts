import { formatClock } from '../../../../../domain/calendar'
import { copyText } from '../../../../services/clipboard'
import type { StaffCodeAnswer } from '../../../../../domain/identity/answers'
import { STAFF_NO } from '../../../../components/entry-form/entry'

/** 发一次性验证码: a staff member binds with it, within minutes and once. */
Page({
  data: {
    entries: [STAFF_NO],
    issued: null as ReturnType<typeof toView> | null,
  },

  show({ detail }: WechatMiniprogram.CustomEvent<StaffCodeAnswer>) {
    this.setData({ issued: toView(detail) })
  },

  again() {
    this.setData({ issued: null })
  },

  copy() {
    const { issued } = this.data
    if (issued) copyText(issued.code, '验证码已复制')
  },
})

function toView({ name, code, expiresAt }: StaffCodeAnswer) {
  return {
    headline: `给${name}的验证码`,
    code,
    /** In two groups, to be read out. */
    groups: [code.slice(0, 4), code.slice(4)],
    spoken: code.split('').join(' '),
    expiry: `${formatClock(expiresAt)} 前有效，只能用一次`,
  }
}
