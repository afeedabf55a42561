import type { Tally } from '../../domain/statistics/tally'
import { store } from '../shared/store'
import { before } from '../shared/where'
import type { Bound } from './part'

const PAGE = 100

/**
 * The tallies of the classes in bounds, of one cohort: the wanted one, or the newest that has students.
 * A hundred classes a read.
 */
export async function talliesIn(bounds: readonly Bound[], cohort?: string): Promise<Tally[]> {
  const found: Tally[] = []
  for (;;) {
    const last = found.at(-1)
    const page = await store.find('tallies', {
      where: bounds.map((bound) => ({
        ...bound,
        ...(cohort !== undefined && { cohort }),
        ...(last && { _id: before(last._id) }),
      })),
      orderBy: [['_id', 'desc']],
      limit: PAGE,
    })
    found.push(...page)
    const counted = found.filter(({ students }) => students > 0)
    const newest = counted[0]?.cohort
    const isPast = newest !== undefined && page.at(-1)?.cohort !== newest
    if (page.length < PAGE || isPast) return counted.filter((tally) => tally.cohort === newest)
  }
}
