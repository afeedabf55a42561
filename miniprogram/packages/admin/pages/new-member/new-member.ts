import type { MemberAnswer } from '../../../../../domain/roles/staff-answers'
import { STAFF_NO, type Entry } from '../../../../components/entry-form/entry'
import { handOver } from '../../../../services/hand-over'
import { turnTo } from '../../services/open'

const NAME: Entry = { name: 'name', label: '姓名', hint: '', keyboard: 'text', maxlength: 40 }
const PHONE: Entry = {
  name: 'phone',
  label: '电话（可以不填）',
  hint: '填了，学生办事时可以打给他',
  keyboard: 'text',
  maxlength: 13,
}

/** 加一位老师: then their posts are given on their own page. */
Page({
  data: { entries: [STAFF_NO, NAME, PHONE] },

  finish({ detail }: WechatMiniprogram.CustomEvent<MemberAnswer>) {
    turnTo('member', { for: handOver(detail.staffNo) })
  },
})
