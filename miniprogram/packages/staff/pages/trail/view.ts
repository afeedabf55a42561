import { formatClock, formatFullDay, dayOf } from '../../../../../domain/calendar'
import type { AuditEntry, TrailAnswer } from '../../../../../domain/audit/record'
import { ROLE_NAMES, type Role } from '../../../../../domain/roles/people'
import { wordsOf } from './words'

interface StepView {
  seq: number
  what: string
  /** When and who. */
  about: string
  why: string
  /** 微信：未绑定 → 已绑定 */
  changes: string[]
}

export interface TrailView {
  headline: string
  broken: boolean
  verdict: string
  steps: StepView[]
}

/** The trail in the words that the page shows, the newest record first. */
export function toTrailView({ records, whole }: TrailAnswer): TrailView {
  const newestFirst = [...records].sort((a, b) => b.seq - a.seq)
  return {
    headline: records.length > 0 ? `有 ${records.length} 条操作记录` : '还没有操作记录',
    broken: !whole,
    verdict: verdictOf(records.length, whole),
    steps: newestFirst.map((record) => ({
      seq: record.seq,
      what: wordsOf(record.action),
      about: `${formatFullDay(dayOf(record.at))} ${formatClock(record.at)}　${doerOf(record)}`,
      why: record.why,
      changes: changesOf(record),
    })),
  }
}

function verdictOf(count: number, whole: boolean): string {
  if (!whole) return '记录不完整：有的被删、被改或者被加过。请马上告诉信息中心。'
  return count > 0
    ? '记录完整，没有被删、被改或者被加过。'
    : '有人替这名学生办事，或者学生自己绑定以后，会记在这里。'
}

/** 本人；辅导员 20081001；系统 */
function doerOf({ by, person, role }: AuditEntry): string {
  if (by === person) return '本人'
  if (by === 'system') return '系统定时任务'
  const name = role in ROLE_NAMES ? ROLE_NAMES[role as Role] : ''
  return [name, by.split(':')[1] ?? by].filter(Boolean).join(' ')
}

function changesOf({ before, after }: AuditEntry): string[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.map((field) => `${field}：${before[field] ?? '无'} → ${after[field] ?? '无'}`)
}
