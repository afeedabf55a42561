import {
  digits,
  line,
  lines,
  several,
  type FieldView,
} from '../../../../../domain/procedures/fields'
import type { StudentAnswer } from '../../../../../domain/student/forms'
import type { Typed } from '../../../../components/field-form/typed'
import { TRAIT_NAMES } from '../../forms/entries'

/** What is registered of a student. @param known null for a student who is to be added */
export function studentFields(known: StudentAnswer | null): FieldView[] {
  const tail = known
    ? {
        optional: true,
        hint: known.hasProof ? '不改就空着，原来的看不到' : '绑定微信要用，现在没有',
      }
    : { hint: '绑定微信要用，只存算出来的哈希' }
  const fields = {
    ...(!known && { studentNo: digits('学号', { most: 12 }) }),
    name: line('姓名', { most: 40 }),
    cohort: digits('哪一届', { most: 4, hint: '例如 2027' }),
    college: line('学院', { most: 40 }),
    className: line('班级', { most: 40, hint: '和名单里写得一样，例如 软件技术 1902 班' }),
    traits: several('他是', TRAIT_NAMES),
    idCardTail: line('身份证后六位', { most: 6, ...tail }),
    reason: lines(known ? '为什么改' : '为什么加', { hint: '会写进操作记录' }),
  }
  return Object.entries(fields).map(([name, { view }]) => ({ name, ...view }))
}

export function typedOf(known: StudentAnswer | null): Typed {
  if (!known) return { traits: [] }
  const { studentNo, name, cohort, college, className, traits } = known
  return { studentNo, name, cohort, college, className, traits, idCardTail: '', reason: '' }
}

/** What was done, when it was. */
export function doneWords({ name, cohort, className }: StudentAnswer, isNew: boolean) {
  return {
    headline: isNew ? `${name}加好了` : `${name}改好了`,
    lead: `${cohort} 届，${className}。${isNew ? '现在可以用学号绑定微信。' : '离校单已经跟着改了。'}`,
  }
}
