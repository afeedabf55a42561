import type { StaffSheetAnswer } from '../../../../../domain/roles/staff-answers'

export interface SheetResultView {
  headline: string
  leads: string[]
  rejected: string[]
  /** Whether taking it in would change anything. */
  useful: boolean
}

/** What a sheet would do, or has done. */
export function toSheetResultView(answer: StaffSheetAnswer, done: boolean): SheetResultView {
  const { added, changed, same, rejected, unknown } = answer
  const counts = [
    added > 0 ? `新加 ${added} 位` : '',
    changed > 0 ? `改 ${changed} 位` : '',
    same > 0 ? `${same} 位不变` : '',
  ].filter(Boolean)
  const words = counts.join('，') || '没有能用的行'
  return {
    headline: done ? `导入好了：${words}` : words,
    leads: [
      rejected.length > 0 ? `${rejected.length} 行用不了，改好后可以再导入一次。` : '',
      unknown.length > 0 ? `名单里还没有${unknown.join('、')}的学生，请核对写法。` : '',
      done ? '' : '只加岗位，不收回岗位；不在表里的老师不动。',
    ].filter(Boolean),
    rejected: rejected.map(({ line, reason }) => `第 ${line} 行：${reason}`),
    useful: added + changed > 0,
  }
}
