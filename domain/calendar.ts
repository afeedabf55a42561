/**
 * Days and instants of the school. A day is `YYYY-MM-DD` in Asia/Shanghai, an instant an ISO string.
 * China has had one zone without daylight saving since 1991, so the offset is a constant; the phones'
 * JavaScript engines do not all carry time-zone data.
 */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** Whether a text is a day that exists: `2022-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** The day it is in Shanghai at an instant. */
export function dayOf(instant: string | Date): string {
  return shanghai(instant).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}

/** The day so many days later; negative for earlier. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The same day so many years later; 29 February becomes 1 March where there is none. */
export function addYears(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return isDay(later) ? later : addDays(`${later.slice(0, 8)}28`, 1)
}

/** `2022-06-15` → `6 月 15 日` */
export function formatDay(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

/** `2022-06-15` → `2022 年 6 月 15 日` */
export function formatFullDay(day: string): string {
  return `${day.slice(0, 4)} 年 ${formatDay(day)}`
}

/** An instant as a person near it says it: `14:05` on the same day, else `6 月 9 日 14:05`. */
export function formatMoment(instant: string, now: string | Date): string {
  return dayOf(instant) === dayOf(now) ? formatClock(instant) : formatDayTime(instant)
}

/** `6 月 9 日 14:05` */
export function formatDayTime(instant: string): string {
  return `${formatDay(dayOf(instant))} ${formatClock(instant)}`
}

/** `14:05` */
export function formatClock(instant: string): string {
  return shanghai(instant).toISOString().slice(11, 16)
}

/** Midnight in Shanghai at the start of a day, as seconds since 1970 (what calendars of phones take). */
export function startOfDaySeconds(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS) / 1000
}

/** The instant at which a clock in Shanghai shows `HH:mm` on a day; ISO. */
export function instantAt(day: string, clock: string): string {
  return new Date(Date.parse(`${day}T${clock}:00Z`) - SHANGHAI_OFFSET_MS).toISOString()
}

function shanghai(instant: string | Date): Date {
  return new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS)
}
