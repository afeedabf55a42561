import { WORKING, type Run } from '../../domain/feeds/run'
import type { SourceCode } from '../../domain/feeds/source'
import { clock } from '../shared/clock'
import { carryOn, takeUp } from '../shared/feeds/carry-on'
import { beginDue, pulledSources } from '../shared/feeds/pull'
import { close } from '../shared/feeds/runs'
import { nothingStaged } from '../shared/feeds/staging'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { oneOf, upTo } from '../shared/where'
import type { HasTime } from '../shared/feeds/time'

/** How many runs were begun, gone on with, and went wrong by our own fault. */
export interface Report {
  begun: number
  resumed: number
  broken: number
}

const DAY_MS = 24 * 60 * 60_000
/** Whoever brought a sheet in and has not applied it by the next day brings it in anew. */
const PREVIEWS_KEPT_MS = DAY_MS
const HELD_KEPT_MS = 14 * DAY_MS

/** What is due and what was left, each source by itself: one in trouble keeps no other waiting. */
export async function synchronise(hasTime: HasTime): Promise<Report> {
  const [left, due] = [await leftRuns(), await dueSources()]
  const resumed = await Promise.allSettled(left.map((run) => goOn(run, hasTime)))
  const begun = await Promise.allSettled(due.map((source) => pull(source, hasTime)))
  const broken = [...resumed, ...begun].filter((result) => result.status === 'rejected')
  for (const { reason } of broken) {
    log('error', { function: 'sync', error: reason instanceof Error ? reason.stack : 'unknown' })
  }
  return { begun: doneOf(begun), resumed: doneOf(resumed), broken: broken.length }
}

function doneOf(results: readonly PromiseSettledResult<Run | null>[]): number {
  return results.filter((result) => result.status === 'fulfilled' && result.value).length
}

/** Runs that no function works on, and those that nobody has decided. */
async function leftRuns(): Promise<Run[]> {
  const now = clock.now().getTime()
  const ago = (milliseconds: number) => upTo(new Date(now - milliseconds).toISOString())
  return store.find('runs', {
    where: [
      { state: oneOf(WORKING), busyUntil: ago(0) },
      { state: 'preview', at: ago(PREVIEWS_KEPT_MS) },
      { state: 'held', at: ago(HELD_KEPT_MS) },
    ],
  })
}

async function goOn({ _id, state }: Run, hasTime: HasTime): Promise<Run | null> {
  if (WORKING.includes(state)) return takeUp(_id, hasTime)
  await close(_id, '很久没有人决定，已经不用了。')
  return null
}

async function dueSources(): Promise<SourceCode[]> {
  const feeds = await store.find('feeds', {})
  const now = clock.now().toISOString()
  const waiting = feeds.filter(({ nextAt }) => nextAt !== null && nextAt > now)
  const codes = new Set(waiting.map(({ _id }) => _id))
  return pulledSources().filter((source) => !codes.has(source))
}

async function pull(source: SourceCode, hasTime: HasTime): Promise<Run | null> {
  const run = await beginDue(source)
  return run && carryOn({ run, staged: nothingStaged() }, hasTime)
}
