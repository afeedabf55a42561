import { dayOf, formatDay } from '../../domain/calendar'
import type { Cohort } from '../../domain/cohort/schema'
import type { Feed } from '../../domain/feeds/feed'
import type { Cloud } from '../cloud'
import type { Books } from './books'
import { recordsOf, type Entry } from './holdings'
import type { Push } from './push'

export const CARD_REPORT = 'card-report'

/** When the day is over; the balances of refunds are taken then. */
const CLOSING = 'T18:00:00+08:00'

type School = Pick<Cloud, 'store' | 'clock'>

/**
 * The card system's report of the day that refunds are paid by, for the whole school: it can be brought
 * in from that day on, once. Null when it cannot.
 */
export function cardReport({ store, clock }: School): { id: string; label: string } | null {
  const reportOn = reportDay(store)
  if (!reportOn || dayOf(clock.now()) < reportOn) return null
  const [feed] = store.find<Feed>('feeds', { filter: { _id: 'cardReport' } })
  if (feed?.asOf) return null
  return { id: CARD_REPORT, label: `${formatDay(reportOn)}一卡通报表` }
}

/**
 * The report as the card system pushes it, null when it cannot: the cards with something left on them,
 * and those that were used up of late.
 */
export function reportOf(school: School, books: Books): { push: Push; said: string } | null {
  const reportOn = reportDay(school.store)
  if (!reportOn || !cardReport(school)) return null
  const now = school.clock.now().toISOString()
  const asOf = dayOf(now) === reportOn ? now : `${reportOn}${CLOSING}`
  const cards = books.entries('card') as Entry<'card'>[]
  const told = cards.filter(({ holding, change }) => holding.balanceFen > 0 || change > 0)
  const records = told.flatMap((entry) => recordsOf('card', entry))
  return {
    push: { source: 'cardReport', asOf, mode: 'snapshot', records, cleared: [] },
    said: `一卡通系统：${formatDay(reportOn)}的报表传来了，有 ${records.length} 名学生`,
  }
}

function reportDay(store: School['store']): string | undefined {
  const [cohort] = store.find<Cohort>('cohorts', { order: { _id: -1 }, limit: 1 })
  const rules = cohort?.items.map(({ rule }) => rule) ?? []
  return rules.find((rule) => rule.kind === 'card')?.reportOn
}
