import { formatClock } from '../../../../../domain/calendar'
import type { ScanAnswer } from '../../../../../domain/pass/answers'

/** What a guard sees from a step away: one word, on green or on red, and who it is. */
export interface ScanView {
  good: boolean
  word: string
  name: string
  className: string
  reason: string
  at: string
}

export function toScanView({ verdict, student, reason, at }: ScanAnswer): ScanView {
  const good = verdict === 'allowed'
  return {
    good,
    word: good ? '可以离校' : '不可以',
    name: student?.name ?? '',
    className: student?.className ?? '',
    reason,
    at: `${formatClock(at)} 扫码`,
  }
}
