import { ClearanceError } from '../../domain/errors'
import { clock } from '../shared/clock'
import { log } from '../shared/log'

/** So many at once: enough to be quick, few enough for the database's connections. */
const AT_ONCE = 8
/** Begins nothing new when the function's 60 seconds come near their end. */
const BUDGET_MS = 40_000

export type Outcome<Result> = { done: Result } | { refused: string } | { late: true }

/**
 * Does something for each of many, a few at a time, each by itself: what is refused or fails for one
 * says so and leaves the others done. Answers in the order of the items; those for which no time was
 * left are `late`.
 */
export async function forEachInTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Outcome<Result>[]> {
  const end = clock.now().getTime() + BUDGET_MS
  const outcomes: Outcome<Result>[] = []
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const isLate = clock.now().getTime() >= end
    const some = items.slice(start, start + AT_ONCE)
    if (isLate) outcomes.push(...some.map(() => ({ late: true }) as const))
    else outcomes.push(...(await Promise.all(some.map((item) => attempt(() => work(item))))))
  }
  return outcomes
}

async function attempt<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof ClearanceError) return { refused: error.message }
    log('error', { function: 'payouts', error: error instanceof Error ? error.stack : 'unknown' })
    return { refused: '服务暂时没有答复，这一笔没有办成。请过一会儿再试。' }
  }
}
