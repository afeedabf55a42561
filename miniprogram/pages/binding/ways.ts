import type { ActionName } from '../../../domain/api'
import { STAFF_NO, STUDENT_NO, type Entry } from '../../components/entry-form/entry'

/** A way to prove who one is. */
export interface Way {
  name: 'student' | 'staff'
  tab: string
  headline: string
  lead: string
  /** What is collected and why. */
  why: string
  action: ActionName
  entries: Entry[]
}

export const STUDENT_WAY: Way = {
  name: 'student',
  tab: '我是毕业生',
  headline: '先绑定学号，才能看离校单',
  lead: '绑定一次就行，以后打开就是你的离校单。',
  why: '学号、姓名和身份证后六位只用来核对你是谁，后六位不存原文。',
  action: 'identity.bindStudent',
  entries: [
    STUDENT_NO,
    { name: 'name', label: '姓名', hint: '', keyboard: 'text', maxlength: 40 },
    {
      name: 'idCardTail',
      label: '身份证后六位',
      hint: '最后一位是 X 也照着填',
      keyboard: 'idcard',
      maxlength: 6,
    },
  ],
}

export const STAFF_WAY: Way = {
  name: 'staff',
  tab: '我是老师',
  headline: '先绑定工号，才能看待办',
  lead: '绑定一次就行，以后打开就是你的工作台。',
  why: '工号只用来核对你是谁，验证码用过就作废。',
  action: 'identity.bindStaff',
  entries: [
    STAFF_NO,
    {
      name: 'code',
      label: '一次性验证码',
      hint: '8 位数字，找管理员要，15 分钟内有效',
      keyboard: 'number',
      maxlength: 8,
    },
  ],
}
