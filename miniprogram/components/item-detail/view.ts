import {
  dayOf,
  formatDay,
  formatDayTime,
  formatFullDay,
  formatMoment,
  startOfDaySeconds,
} from '../../../domain/calendar'
import type { ItemAnswer } from '../../../domain/sheet/answers'
import type { Line, Status } from '../../../domain/sheet/sheet'
import { toLinkView, type LinkView } from '../../services/elsewhere'

export interface ItemView {
  title: string
  dot: Status
  headline: string
  /** Why the staff moved the request last; empty where they gave no reason. */
  why: string
  late: boolean
  next: string
  lines: Line[]
  total: string
  /** Where to file what it asks for, or to see how far that is. */
  filing: ItemAnswer['filing']
  place: string
  hours: string
  deadline: string
  /** Empty when there is no day to put into a calendar. */
  calendar: { title: string; startTime: number; description: string } | null
  department: string
  contacts: { name: string; phones: string[] }[]
  links: LinkView[]
  paragraphs: string[]
  milestones: { day: string; text: string }[]
  unconfirmed: boolean
  duty: string
  source: string
  /** Why its data is older than it should be; empty when it is fresh. */
  old: string
  /** What is pressed to have one's own data looked at anew; empty where one cannot. */
  recheck: string
  keptNote: string
}

const UNSTATED = '通知没有写明，去之前请先打电话问'

/** One item in the words and numbers that its page shows. */
export function toItemView(answer: ItemAnswer, kept: boolean): ItemView {
  const { item, guidance, filing, late, recheck, now } = answer
  return {
    title: item.title,
    dot: item.turn === 'later' ? 'exempt' : item.status,
    headline: item.headline,
    why: item.why ?? '',
    late: item.overdue,
    next: [item.next, item.turn === 'student' ? guidance.afterwards : ''].filter(Boolean).join(''),
    lines: item.lines ?? [],
    total: item.total ?? '',
    filing,
    place: guidance.place ?? UNSTATED,
    hours: guidance.hours ?? UNSTATED,
    deadline: item.deadline?.text ?? '',
    calendar: calendarOf(item, guidance),
    department: guidance.department,
    contacts: guidance.contacts,
    links: guidance.links.map(toLinkView),
    paragraphs: guidance.paragraphs,
    milestones: guidance.milestones.map(({ on, text }) => ({ day: formatDay(on), text })),
    unconfirmed: guidance.toConfirm.includes('guidance'),
    duty: dutyOf(guidance),
    source: sourceOf(item, now),
    old: late,
    recheck: recheck ?? '',
    keptNote: kept ? `没有连上，这是 ${formatDayTime(now)} 的内容。` : '',
  }
}

function calendarOf(
  { status, title, deadline }: ItemAnswer['item'],
  { place, contacts }: ItemAnswer['guidance'],
): ItemView['calendar'] {
  if (status !== 'pending' || !deadline?.on || (deadline.daysLeft ?? -1) < 0) return null
  const phones = contacts.flatMap((contact) => contact.phones)
  return {
    title: `离校单：${title}今天截止`,
    startTime: startOfDaySeconds(deadline.on) + NINE_HOURS,
    description: [`${formatFullDay(deadline.on)}前办理`, place, ...phones]
      .filter(Boolean)
      .join('，'),
  }
}

/** Calendars ring at the start of an event; nine in the morning is when offices open. */
const NINE_HOURS = 9 * 60 * 60

function sourceOf({ basis }: ItemAnswer['item'], now: string): string {
  if (!basis) return ''
  const today = dayOf(basis.asOf) === dayOf(now) ? '今天 ' : ''
  return `${basis.source}，${today}${formatMoment(basis.asOf, now)}`
}

function dutyOf({ responsibility }: ItemAnswer['guidance']): string {
  if (!responsibility) return ''
  return `${responsibility.departments.join('、')}：${responsibility.duty}`
}
