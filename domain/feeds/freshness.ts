import { formatMoment } from '../calendar'
import type { Rule } from '../cohort/schema'
import type { Fact, Facts } from '../student/facts'
import type { Student } from '../student/student'
import { isLookedInto, spokenOfAt, type Feed } from './feed'
import { SOURCE_CARDS, type SourceCode } from './source'

/** The systems that say again and again how an item stands. */
export type Behind = Extract<SourceCode, 'finance' | 'card' | 'library' | 'dorm'>

const BEHIND: Partial<Record<Rule['kind'], Behind>> = {
  arrears: 'finance',
  card: 'card',
  loans: 'library',
  residence: 'dorm',
}

/**
 * Which system says how it is with an item; null for what people put on record, and for the card once
 * its report is in: refunds are paid by that, whatever happens to the card.
 */
export function sourceBehind({ kind }: Rule, { cardReport }: Facts): Behind | null {
  if (kind === 'card' && cardReport) return null
  return BEHIND[kind] ?? null
}

/**
 * A student's facts as of when their source last spoke of all of the cohort: what it did not change it
 * has confirmed, unless what it said of them could not be read. Only changed students are ever written,
 * so that a fact's own instant is when it last changed.
 */
export function confirmed(student: Student, feeds: readonly Feed[]): Facts {
  const { facts } = student
  const confirm = <Value>(fact: Fact<Value>, source: Behind): Fact<Value> => {
    const feed = feeds.find(({ _id }) => _id === source)
    const asOf = feed && spokenOfAt(feed, student)
    return asOf && Date.parse(asOf) > Date.parse(fact.asOf) ? { ...fact, asOf } : fact
  }
  return {
    ...facts,
    ...(facts.arrears && { arrears: confirm(facts.arrears, 'finance') }),
    ...(facts.card && { card: confirm(facts.card, 'card') }),
    ...(facts.loans && { loans: confirm(facts.loans, 'library') }),
    ...(facts.residence && { residence: confirm(facts.residence, 'dorm') }),
  }
}

/** After so many runs in a row that came to nothing students and staff are told that data is old. */
export const MISSED_MOST = 2

const MINUTE_MS = 60_000

/** What has happened since and does not show yet, so that nobody does it twice. */
const MEANWHILE: Record<Behind, string> = {
  finance: '这以后缴的费还没有算进来，不用再缴一次。',
  card: '这以后的消费还没有算进来。',
  library: '这以后还的书还没有算进来。',
  dorm: '这以后交还的宿舍还没有算进来。',
}

/**
 * Why what a system says is older than it should be, and what that means; empty while it is not.
 * @param cohort whose student asks
 * @param feeds what is known of the sources; one that our timer does not ask is never late
 */
export function latenessOf(
  source: Behind,
  cohort: string,
  feeds: readonly Feed[],
  now: Date,
): string {
  const feed = feeds.find(({ _id }) => _id === source)
  const asOf = feed?.cohorts[cohort]?.asOf
  if (!feed || !asOf) return ''
  const [since, { title }] = [formatMoment(asOf, now), SOURCE_CARDS[source]]
  if (isLookedInto(feed)) {
    return `${title}新传来的数据学校还在核对，先按 ${since} 的数据。${MEANWHILE[source]}`
  }
  if (!isLate(feed, now)) return ''
  return `${title} ${since} 以后没有传来新数据，正在重试。${MEANWHILE[source]}`
}

/** Two runs missed, or nobody has asked for as long as two would take. */
function isLate({ _id, missed, nextAt }: Feed, now: Date): boolean {
  if (!nextAt) return false
  const overdueMs = now.getTime() - Date.parse(nextAt)
  return (
    missed >= MISSED_MOST || overdueMs > MISSED_MOST * SOURCE_CARDS[_id].everyMinutes * MINUTE_MS
  )
}

/** What a student says who has done their part, for the systems that can be asked about one student. */
const RECHECKS: Partial<Record<Behind, string>> = {
  finance: '我已缴费，请核对',
  library: '书已经还了，请核对',
}

/** The label of asking anew for one's own data; null where the system cannot be asked. */
export function recheckOf(rule: Rule, facts: Facts, feeds: readonly Feed[]): string | null {
  const source = sourceBehind(rule, facts)
  const asked = feeds.some(({ _id, nextAt }) => _id === source && nextAt !== null)
  return (asked && source && RECHECKS[source]) || null
}
