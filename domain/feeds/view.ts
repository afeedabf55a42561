import type { FeedAnswer, FeedView } from './answers'
import type { Feed } from './feed'
import { toRunView, type Run } from './run'
import { SOURCE_CARDS, type SourceCode } from './source'
import { SOURCES } from './sources'

/** A source as its keeper sees it. @param runs its runs that are known, in no order */
export function toFeedView(feed: Feed, pulled: boolean, runs: readonly Run[]): FeedView {
  const { _id: source, asOf, nextAt, missed } = feed
  const { title, what } = SOURCE_CARDS[source]
  const own = runs.filter((run) => run.source === source)
  const last = own.find(({ _id }) => _id === feed.lastRun)
  const waiting = own.find(({ state }) => state === 'held')
  return {
    source,
    title,
    what,
    pulled,
    asOf,
    missed,
    nextAt: pulled ? nextAt : null,
    last: last ? toRunView(last) : null,
    waiting: waiting ? toRunView(waiting) : null,
  }
}

/** What a sheet of a source needs, in the usual names of the columns. */
export function columnsOf(source: SourceCode): FeedAnswer['columns'] {
  return Object.values(SOURCES[source].columns).map(({ names, optional }) => ({
    name: names[0] ?? '',
    optional: optional ?? false,
  }))
}
