import { WORKING, type Run } from '../../domain/feeds/run'
import { clock } from '../shared/clock'
import { carryOn, takeUp } from '../shared/feeds/carry-on'
import { beginDue, pulledSources } from '../shared/feeds/pull'
import { nothingStaged } from '../shared/feeds/staging'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { oneOf, upTo } from '../shared/where'
import type { SourceCode } from '../../domain/feeds/source'

/** How many runs were begun, gone on with, and went wrong by our own fault. */
export interface Report {
  begun: number
  resumed: number
  broken: number
}

/** What is due and what was left, each source by itself: one in trouble keeps no other waiting. */
export async function synchronise(deadline: Date): Promise<Report> {
  const [left, due] = [await leftRuns(), await dueSources()]
  const resumed = await Promise.allSettled(left.map(({ _id }) => takeUp(_id, deadline)))
  const begun = await Promise.allSettled(due.map((source) => pull(source, deadline)))
  const count = (results: PromiseSettledResult<Run | null>[]) =>
    results.filter((result) => result.status === 'fulfilled' && result.value).length
  const broken = [...resumed, ...begun].filter((result) => result.status === 'rejected')
  for (const { reason } of broken) {
    log('error', { function: 'sync', error: reason instanceof Error ? reason.stack : 'unknown' })
  }
  return { begun: count(begun), resumed: count(resumed), broken: broken.length }
}

async function leftRuns(): Promise<Run[]> {
  const now = clock.now().toISOString()
  return store.find('runs', { where: { state: oneOf(WORKING), busyUntil: upTo(now) } })
}

async function dueSources(): Promise<SourceCode[]> {
  const feeds = await store.find('feeds', {})
  const now = clock.now().toISOString()
  const waits = feeds.filter(({ nextAt }) => nextAt !== null && nextAt > now)
  const waiting = new Set(waits.map(({ _id }) => _id))
  return pulledSources().filter((source) => !waiting.has(source))
}

async function pull(source: SourceCode, deadline: Date): Promise<Run | null> {
  const run = await beginDue(source)
  return run && carryOn({ run, staged: nothingStaged() }, deadline)
}
