import { dayOf, formatFullDay } from '../../../../../domain/calendar'
import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { CONDITIONS, SLOTS } from '../../../../../domain/procedures/forms/dorm-checkout'
import type { Option } from '../../../../components/choice/option'

export const SLOT_OPTIONS = optionsOf(SLOTS)
export const CONDITION_OPTIONS = optionsOf(CONDITIONS)

/** What stands around the fields. */
export interface DormFormView {
  headline: string
  lead: string
  /** Red, above everything: why it came back, or that it is late. */
  alarm: string
  place: string
  today: string
}

export function toDormFormView(answer: ProcedureAnswer): DormFormView {
  const { request, student, late, now } = answer
  return {
    headline: request?.bad ? '改好后重新提交' : '填好就交给辅导员审核',
    lead: '先把宿舍清理干净，再逐项看一遍房间里的东西。',
    alarm: [
      request?.bad ? `${request.headline}。` : '',
      late ? '已经过了退宿的截止日期。现在还能提交，会标明是逾期。' : '',
    ].join(''),
    place: student.place || '名单上没有你的床位，请先打电话问清楚',
    today: dayOf(now),
  }
}

/** The chosen day in full; empty while none is. */
export function dayInWords(day: string): string {
  return day ? formatFullDay(day) : ''
}

function optionsOf(names: Record<string, string>): Option[] {
  return Object.entries(names).map(([value, text]) => ({ value, text }))
}
