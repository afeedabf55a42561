import { dayOf, formatDay } from '../calendar'
import type { Cohort, Item } from '../cohort/schema'
import type { RequestBriefs } from '../procedures/request'
import type { SheetItem } from './sheet'

/** 有条件核验: the college lets a student leave before everything is done, until a day. */
export interface Condition {
  /** 补缴住宿费 */
  text: string
  /** The last day on which it opens the gate; YYYY-MM-DD, Asia/Shanghai. */
  until: string
  /** The items that it is about, by their codes; any other that is missing keeps the gate shut. */
  covers: readonly string[]
}

/** The condition on which the college has verified a student, whether or not its day has passed. */
export function conditionOf(item: Item, requests: RequestBriefs): Condition | null {
  const { state, condition, until, covers } = requests.verification ?? {}
  const allowed = item.rule.kind === 'verification' && item.rule.conditional
  if (!allowed || state !== 'conditional' || !condition || !until) return null
  return { text: condition, until, covers: covers ?? [] }
}

/**
 * The condition that lets a student leave today although something is missing; null when there is none,
 * when its day has passed, or when something else is missing too.
 */
export function openingCondition(
  { items: known }: Pick<Cohort, 'items'>,
  requests: RequestBriefs,
  items: readonly SheetItem[],
  now: Date,
): Condition | null {
  const verification = known.find(({ rule }) => rule.kind === 'verification')
  const condition = verification && conditionOf(verification, requests)
  if (!condition || condition.until < dayOf(now)) return null
  const missing = items.filter(({ required, status }) => required && status === 'pending')
  const covered = [...condition.covers, verification.code]
  return missing.every(({ code }) => covered.includes(code)) ? condition : null
}

/** 补缴住宿费，6 月 30 日前 */
export function describeCondition({ text, until }: Pick<Condition, 'text' | 'until'>): string {
  return `${text}，${formatDay(until)}前`
}
