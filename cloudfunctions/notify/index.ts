import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { onTimer } from '../shared/timer'
import { deliver } from './deliver'

/** Begins nothing new when the function's 60 seconds come near their end; the next minute goes on. */
const BUDGET_MS = 40_000

/** 通知: every minute, what waits in the outbox goes out. */
export const main = onTimer(async () => {
  const now = clock.now()
  const report = await deliver(now, new Date(now.getTime() + BUDGET_MS))
  log('info', { function: 'notify', ...report })
  return report
})
