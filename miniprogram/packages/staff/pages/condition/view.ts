import { addDays, dayOf } from '../../../../../domain/calendar'
import type { ClassAnswer } from '../../../../../domain/procedures/answers'
import type { FieldView } from '../../../../../domain/procedures/fields'
import { tableOf } from '../../../../../domain/procedures/tables'
import type { Typed } from '../../../../components/field-form/typed'

export interface ConditionView {
  headline: string
  lead: string
  /** Of the condition; its usual words stand in it already. */
  fields: FieldView[]
  starts: Typed
  /** Where the wheel of the day opens. */
  today: string
}

/** A week is what one usually gives. */
const USUAL_DAYS = 7

/** What a student would be verified on; null when the class has nobody like that any more. */
export function toConditionView(
  { students, conditional, now }: ClassAnswer,
  studentNo: string,
): ConditionView | null {
  const student = students.find((each) => each.studentNo === studentNo)
  if (!conditional || !student || student.lacking.length === 0) return null
  const missing = student.lacking.join('、')
  const row = tableOf('verification').transitions.find(({ name }) => name === 'verifyConditionally')
  return {
    headline: `${student.name}还差${missing}`,
    lead:
      student.state === 'conditional'
        ? `现在是「${student.says}」。再写一次，就按新的算。`
        : '写明还要补办什么、最晚哪一天，他就可以先离校。过了那一天还没补办，离校凭证不能再用。',
    fields: [...(row?.fields ?? [])],
    starts: { condition: `补办${missing}`, until: addDays(dayOf(now), USUAL_DAYS) },
    today: dayOf(now),
  }
}
