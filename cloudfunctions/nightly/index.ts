import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { onTimer } from '../shared/timer'
import { countDay } from './count'
import { eraseDue } from './erase'
import { forgetStale } from './forget'
import { resealOld } from './reseal'
import { sealChains } from './seal'

/** How much each job did; -1 for one that failed, which the log explains. */
export type Report = Record<'counted' | 'sealed' | 'erased' | 'resealed' | 'forgotten', number>

/** Leaves time for what is under way when the function's 60 seconds come near their end. */
const BUDGET_MS = 40_000

/**
 * The night's work. Each job stands by itself and does what it finds undone, so that a second run
 * changes nothing more and a run out of time is continued the next night.
 */
export const main = onTimer(async (): Promise<Report> => {
  const now = clock.now()
  const deadline = new Date(now.getTime() + BUDGET_MS)
  const report: Report = {
    counted: await attempt('count', () => countDay(now)),
    sealed: await attempt('seal', () => sealChains(now)),
    erased: await attempt('erase', () => eraseDue(now, deadline)),
    resealed: await attempt('reseal', () => resealOld(deadline)),
    forgotten: await attempt('forget', () => forgetStale(now, deadline)),
  }
  log('info', { function: 'nightly', ...report })
  return report
})

async function attempt(job: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (error) {
    log('error', {
      function: 'nightly',
      job,
      error: error instanceof Error ? error.stack : 'unknown',
    })
    return -1
  }
}
