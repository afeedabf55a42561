import { clock } from '../shared/clock'
import { onTimer } from '../shared/timer'
import { synchronise } from './synchronise'

/** Leaves time for what is under way when the function's 60 seconds come near their end. */
const BUDGET_MS = 40_000

/** 数据同步: each minute the systems that are due are asked, and what was left is gone on with. */
export const main = onTimer(() => synchronise(new Date(clock.now().getTime() + BUDGET_MS)))
