import type { Output } from '../../domain/api'
import type { Run } from '../../domain/feeds/run'
import { takeUp } from '../shared/feeds/carry-on'
import { within, type HasTime } from '../shared/feeds/time'
import type { Call } from '../shared/gate'
import { ownRun } from './keeper'
import { runAnswer } from './look'

/** Somebody waits with the phone in their hand: the rest is gone on with by the minute's timer. */
const BUDGET_MS = 20_000

export function soon(): HasTime {
  return within(BUDGET_MS)
}

/** Goes on with a run as far as there is time, and answers how it stands. */
export async function goOn(id: string, call: Call): Promise<Output<'feed.run'>> {
  const run: Run = (await takeUp(id, soon())) ?? (await ownRun(call, id))
  return runAnswer(run, call.now)
}
