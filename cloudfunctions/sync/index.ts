import { within } from '../shared/feeds/time'
import { serve } from '../shared/gate'
import { callsAndTimer } from '../shared/timer'
import { recheck } from './recheck'
import { synchronise } from './synchronise'

/** Leaves time for what is under way when the function's 60 seconds come near their end. */
const BUDGET_MS = 40_000

/**
 * 数据同步: each minute the systems that are due are asked, and what was left is gone on with; a student
 * may have their own data looked at anew.
 */
export const main = callsAndTimer(serve('sync', { 'sync.recheck': recheck }), () =>
  synchronise(within(BUDGET_MS)),
)
