import { formatDaysLeft } from '../../../../../domain/sheet/deadline'
import type {
  LackingAnswer,
  LackingRow,
  RemindedAnswer,
} from '../../../../../domain/statistics/answers'
import { formatCount } from '../../../../../domain/money'

export interface LackingRowView {
  studentNo: string
  name: string
  className: string
  reason: string
  /** 逾期 3 天; empty in time. */
  late: string
  label: string
}

/** One college or class that the list can be narrowed to. */
export interface PartView {
  name: string
  count: string
  label: string
}

export interface LackingView {
  headline: string
  leads: string[]
  kind: 'college' | 'class'
  parts: PartView[]
  /** 提醒这 38 人; empty where there is nobody to remind. */
  remind: string
  opens: boolean
  /** Whether rows are chosen here, to be put on record. */
  registers: boolean
  /** Whether they are of several classes, so that each row says which. */
  mixed: boolean
  /** Whether there is anybody to put into a table. */
  exports: boolean
}

export function toLackingView(answer: LackingAnswer): LackingView {
  const { item, name, total, deadline, parts, reminds, opens, registers } = answer
  const until = deadline && untilWhen(deadline)
  return {
    headline: total > 0 ? `${item.title}还差 ${formatCount(total)} 人` : `${item.title}没有人差了`,
    leads: [name, until ?? ''].filter(Boolean),
    kind: parts.kind,
    parts: parts.rows.map((each) => ({
      name: each.name,
      count: formatCount(each.pending),
      label: `${each.name}，还差 ${formatCount(each.pending)} 人`,
    })),
    remind: reminds && total > 0 ? `提醒这 ${formatCount(total)} 人` : '',
    opens,
    registers: registers && total > 0,
    mixed: parts.rows.length > 0,
    exports: total > 0,
  }
}

function untilWhen({ text, daysLeft }: NonNullable<LackingAnswer['deadline']>): string {
  return daysLeft === null ? text : `截止 ${text}，${formatDaysLeft(daysLeft)}`
}

export function toRowView({ daysLate, ...row }: LackingRow): LackingRowView {
  const late = daysLate > 0 ? formatDaysLeft(-daysLate) : ''
  const label = [row.name, row.className, row.reason, late].filter(Boolean).join('，')
  return { ...row, late, label }
}

/** What a reminder did, in sentences. */
export function saidOf({ reminded, bound, already, waiting }: RemindedAnswer): string {
  const later = reminded - bound
  return [
    reminded > 0 ? `提醒了 ${formatCount(reminded)} 人。` : '这次没有要提醒的人。',
    later > 0 ? `其中 ${formatCount(later)} 人还没有绑定微信，绑定以后在「消息」里看得到。` : '',
    already > 0 ? `${formatCount(already)} 人今天已经提醒过，没有再提醒。` : '',
    waiting > 0 ? `${formatCount(waiting)} 人在等老师办，不用提醒。` : '',
  ].join('')
}
