import { addYears } from '../calendar'
import { daysIn, textsIn, withLeaves } from './leaves'
import type { Cohort } from './schema'

/** What a copy has taken over from another year, until a person has looked at it. */
export interface Unseen {
  days: boolean
  contacts: boolean
  /** Texts that spoke of the old year or of a day; `was` is how they stood there. */
  texts: { text: string; was: string }[]
}

export const ALL_SEEN: Unseen = { days: false, contacts: false, texts: [] }

/**
 * A cohort for another year: every day is moved by the years between them, and where a text names the
 * old year as a class or in a date, it names the new one. What may be wrong after that is named.
 * @param year four digits; the cohort's own gives it as it is, with nothing to look at
 */
export function copyForYear(source: Cohort, year: string): { cohort: Cohort; unseen: Unseen } {
  if (year === source._id) return { cohort: source, unseen: ALL_SEEN }
  const years = Number(year) - Number(source._id)
  const days = new Set(daysIn(source).map(({ path }) => path.join('.')))
  const prose = new Map(textsIn(source).map(({ path, value }) => [path.join('.'), value]))
  const texts: Unseen['texts'] = []
  const cohort = withLeaves(source, ({ path, value }) => {
    if (days.has(path.join('.'))) return addYears(value, years)
    if (path.join('.') === '_id') return year
    if (!prose.has(path.join('.')) || !isOfItsTime(value, source._id)) return value
    const text = inYear(value, source._id, year)
    if (path.join('.') !== 'name' && !texts.some((each) => each.text === text)) {
      texts.push({ text, was: value })
    }
    return text
  }) as Cohort
  const contacts = source.items.some((item) => item.contacts.length > 0)
  return { cohort, unseen: { days: days.size > 0, contacts, texts } }
}

/** What is still to be looked at after a change: what was looked at with it, or is gone, is not. */
export function stillUnseen(
  unseen: Unseen,
  after: Cohort,
  looked: { days?: boolean; contacts?: boolean; texts: readonly string[] },
): Unseen {
  const there = new Set(textsIn(after).map(({ value }) => value))
  return {
    days: unseen.days && !looked.days,
    contacts: unseen.contacts && !looked.contacts,
    texts: unseen.texts.filter(({ text }) => there.has(text) && !looked.texts.includes(text)),
  }
}

/** Whether a text names the year, or a day of some year: `6 月 15 日`. */
function isOfItsTime(text: string, year: string): boolean {
  return new RegExp(`(^|\\D)${year}(\\D|$)`).test(text) || /\d{1,2} ?月 ?\d{1,2} ?日/.test(text)
}

function inYear(text: string, from: string, to: string): string {
  return text.replace(new RegExp(`(^|\\D)${from}(?= ?[届年])`, 'g'), `$1${to}`)
}
