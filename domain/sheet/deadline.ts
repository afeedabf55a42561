import { dayOf, daysBetween, formatFullDay } from '../calendar'
import type { Window } from '../cohort/schema'
import type { Deadline } from './sheet'

/** When an item must be done, seen from an instant. The last day itself is still in time. */
export function deadlineOf(window: Window | undefined, now: Date): Deadline | null {
  if (!window) return null
  if ('undated' in window) return { on: null, text: window.undated, daysLeft: null }
  return {
    on: window.to,
    text: formatFullDay(window.to),
    daysLeft: daysBetween(dayOf(now), window.to),
  }
}

/** 还有 5 天 / 今天截止 / 逾期 3 天 */
export function formatDaysLeft(daysLeft: number): string {
  if (daysLeft === 0) return '今天截止'
  return daysLeft > 0 ? `还有 ${daysLeft} 天` : `逾期 ${-daysLeft} 天`
}
