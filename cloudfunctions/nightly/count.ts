import { dayOf } from '../../domain/calendar'
import { daysOf } from '../../domain/statistics/days'
import { all } from '../shared/pages'
import { store } from '../shared/store'
import { DuplicateKey, inTransaction } from '../shared/transaction'
import { oneOf } from '../shared/where'

/**
 * Writes down how far each cohort is this morning, for the line over time; once a day. Answers how many
 * it wrote.
 */
export async function countDay(now: Date): Promise<number> {
  const days = daysOf(await all('tallies'), dayOf(now))
  const known = await store.find('days', { where: { _id: oneOf(days.map(({ _id }) => _id)) } })
  let written = 0
  for (const day of days.filter(({ _id }) => !known.some((each) => each._id === _id))) {
    try {
      await inTransaction((transaction) => transaction.insert('days', day))
      written++
    } catch (error) {
      if (!(error instanceof DuplicateKey)) throw error
    }
  }
  return written
}
