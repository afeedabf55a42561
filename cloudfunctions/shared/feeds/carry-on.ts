import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { log } from '../log'
import { apply } from './apply'
import { compare } from './compare'
import { receive } from './receive'
import { claim, failed, giveBack, isStuck, type Work } from './runs'
import { nothingStaged, unstage } from './staging'
import type { HasTime } from './time'
import { waitForTurn, wantsTurn } from './turn'

type Stage = (work: Work, feed: Feed, hasTime: HasTime) => Promise<Work>

/** What is done in turn, run by run of a source. */
const STAGES: Partial<Record<Run['state'], Stage>> = { comparing: compare, applying: apply }

/** Works on a run in hand until it is over, waits for a person, or the time is up. */
export async function carryOn(work: Work, hasTime: HasTime): Promise<Run> {
  let at = work.run.state === 'receiving' ? await receive(work, hasTime) : work
  const feed = wantsTurn(at.run) ? await waitForTurn(at.run) : null
  for (let stage = STAGES[at.run.state]; feed && stage; stage = STAGES[at.run.state]) {
    if (!hasTime()) break
    at = await stage(at, feed, hasTime)
  }
  const run = await giveBack(at)
  const { source, way, state, received, changed, applied, rejected } = run
  log('info', { function: 'feeds', source, way, state, received, changed, applied, rejected })
  return run
}

/** Takes up a run that was left; null when somebody has it already. */
export async function takeUp(id: string, hasTime: HasTime): Promise<Run | null> {
  const run = await claim(id)
  if (!run) return null
  const staged = await unstage(run)
  if (isStuck(run)) return giveUp(run, '试了几次都没有做完，请联系信息中心。')
  if (staged) return carryOn({ run, staged }, hasTime)
  if (run.state !== 'receiving') return giveUp(run, '中途的数据不见了，请重新传一次。')
  const anew = { ...run, page: 1, asOf: null, cohort: null }
  return carryOn({ run: anew, staged: nothingStaged() }, hasTime)
}

function giveUp(run: Run, note: string): Promise<Run> {
  return giveBack({ run: failed(run, { message: note }), staged: nothingStaged() })
}
