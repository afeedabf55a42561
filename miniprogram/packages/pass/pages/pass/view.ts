import { formatClock, formatFullDay, dayOf } from '../../../../../domain/calendar'
import type { PassAnswer } from '../../../../../domain/pass/answers'
import { qrPicture } from './qr'

export interface PassView {
  mayLeave: boolean
  /** 南京城市职业学院　2022 届 */
  school: string
  name: string
  initials: string
  /** 软件技术 1902 班　1907010216 */
  identity: string
  picture: string
  /** 2022 年 6 月 21 日 16:40; empty when no person's entry completed the sheet. */
  doneAt: string
  missing: string[]
  /** 补缴住宿费，6 月 30 日前; empty without a condition. */
  condition: string
}

export function toPassView({ school, cohort, student, pass, missing }: PassAnswer): PassView {
  return {
    mayLeave: pass !== null,
    school: `${school}　${cohort}`,
    name: student.name,
    initials: student.initials,
    identity: `${student.className}　${student.studentNo}`,
    picture: pass ? qrPicture(pass.token) : '',
    doneAt: pass?.doneAt ? `${formatFullDay(dayOf(pass.doneAt))} ${formatClock(pass.doneAt)}` : '',
    missing,
    condition: pass?.condition ?? '',
  }
}
