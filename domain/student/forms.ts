import * as v from 'valibot'
import { idCardTail, personName, reason, requestId, studentNo } from '../identity/forms'
import { form } from '../procedures/forms/fields'
import { TRAITS } from './traits'

/** What the administrator's actions on one student are called with. */
const text = (empty: string) =>
  v.pipe(v.string(empty), v.trim(), v.nonEmpty(empty), v.maxLength(40, '太长了，最多 40 字'))

const cohort = v.pipe(
  v.string('请填写届别'),
  v.trim(),
  v.regex(/^20\d{2}$/, '届别是四位年份，例如 2027'),
)

const traits = v.optional(v.array(v.picklist(TRAITS, '没有这种特征'), '请选择特征'), [])

const who = {
  studentNo,
  name: personName,
  cohort,
  traits,
  college: text('请填写学院'),
  className: text('请填写班级'),
}

export const studentAt = form({ studentNo })
export const addingStudent = form({ ...who, idCardTail, reason, requestId })
/** An ID card that is left empty stays as it was. */
export const correctingStudent = form({
  ...who,
  idCardTail: v.union([v.literal(''), idCardTail], '身份证后六位是 6 位数字，最后一位可以是 X'),
  reason,
  requestId,
})

/** A student as the administrator sees and corrects them. */
export interface StudentAnswer {
  studentNo: string
  name: string
  cohort: string
  college: string
  className: string
  traits: (typeof TRAITS)[number][]
  bound: boolean
  /** Whether there is something to bind by. */
  hasProof: boolean
}
