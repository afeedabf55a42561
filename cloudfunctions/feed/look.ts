import type { Input, Output } from '../../domain/api'
import { unheardFeed } from '../../domain/feeds/after'
import { sourcesOf } from '../../domain/feeds/keepers'
import { toRunView, type Run } from '../../domain/feeds/run'
import type { SourceCode } from '../../domain/feeds/source'
import { columnsOf, toFeedView } from '../../domain/feeds/view'
import { isCurrent } from '../../domain/roles/scope'
import { pulledSources } from '../shared/feeds/pull'
import { someRejects } from '../shared/feeds/rejects'
import { feedOf } from '../shared/feeds/known'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import { keeperOf, ownRun, staffOf } from './keeper'

const RUNS_SHOWN = 20
const REJECTS_SHOWN = 50

/** The sources that the caller answers for, each with the run that came last and one that waits. */
export async function list(_: unknown, { caller, now }: Call): Promise<Output<'feed.list'>> {
  const known = new Map((await store.find('feeds', {})).map((feed) => [feed._id, feed]))
  const feeds = sourcesOf(staffOf(caller), now).map((code) => known.get(code) ?? unheardFeed(code))
  const last = feeds.flatMap(({ lastRun }) => lastRun ?? [])
  const where = [{ _id: oneOf(last) }, { state: 'held' as const }]
  const runs = await store.find('runs', { where })
  const views = feeds.map((feed) => toFeedView(feed, isPulled(feed._id), runs))
  return { feeds: views, now: now.toISOString() }
}

export async function source(
  { source: code }: Input<'feed.source'>,
  call: Call,
): Promise<Output<'feed.source'>> {
  const { grants } = keeperOf(call, code)
  const [feed, runs, held] = await Promise.all([
    feedOf(code),
    store.find('runs', { where: { source: code }, orderBy: [['at', 'desc']], limit: RUNS_SHOWN }),
    store.find('runs', { where: { source: code, state: 'held' }, limit: 1 }),
  ])
  const mayLimit = grants.some(
    (grant) => grant.role === 'administrator' && isCurrent(grant, call.now),
  )
  return {
    feed: toFeedView(feed, isPulled(code), [...runs, ...held]),
    runs: runs.map(toRunView),
    brake: feed.brake,
    columns: columnsOf(code),
    mayLimit,
    now: call.now.toISOString(),
  }
}

export async function run({ run: id }: Input<'feed.run'>, call: Call): Promise<Output<'feed.run'>> {
  return runAnswer(await ownRun(call, id), call.now)
}

export async function runAnswer(of: Run, now: Date): Promise<Output<'feed.run'>> {
  const [rejects, waiting] = await Promise.all([
    of.rejected > 0 ? someRejects(of._id, REJECTS_SHOWN) : [],
    of.state === 'refused' ? waitingOf(of.source) : null,
  ])
  return { run: toRunView(of), rejects, samples: of.samples, waiting, now: now.toISOString() }
}

/** The run of a source that waits for a decision, in place of one that nobody can decide any more. */
async function waitingOf(source: SourceCode): Promise<string | null> {
  return (await store.findOne('runs', { source, state: 'held' }))?._id ?? null
}

function isPulled(code: SourceCode): boolean {
  return pulledSources().includes(code)
}
