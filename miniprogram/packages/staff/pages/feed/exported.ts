import { dayOf, formatClock, formatDay, instantAt } from '../../../../../domain/calendar'
import type { Option } from '../../../../components/choice/option'

/** When the sheet that somebody brings in was exported. */
export interface Exported {
  /** `now` in the usual case: then a time that stands in the sheet counts, else now. */
  when: 'now' | 'earlier'
  /** YYYY-MM-DD and HH:mm in Shanghai; empty until they are chosen. */
  day: string
  time: string
}

export const JUST_NOW: Exported = { when: 'now', day: '', time: '' }

export const WHENS: Option[] = [
  { value: 'now', text: '刚刚' },
  { value: 'earlier', text: '早一些' },
]

/** With a day and a time to begin with, from which the wheels need turning once at most. */
export function chosen(before: Exported, when: Exported['when'], now: string): Exported {
  const { day, time } = before.day ? before : { day: dayOf(now), time: formatClock(now) }
  return { when, day, time }
}

/** As the pickers show them. */
export function momentWords({ day, time }: Exported): { day: string; time: string } {
  return { day: day && formatDay(day), time }
}

/** As it is sent: nothing where the sheet may say it itself. */
export function asOfIn({ when, day, time }: Exported): { asOf?: string } {
  return when === 'now' ? {} : { asOf: instantAt(day, time) }
}
