import { USUAL_LIMITS } from './brake'
import type { Feed } from './feed'
import type { Run } from './run'
import { SOURCE_CARDS, type SourceCode } from './source'

const MINUTE_MS = 60_000

/** What is known of a source before its first run. */
export function unheardFeed(source: SourceCode): Feed {
  return {
    _id: source,
    ...{ asOf: null, missed: 0, nextAt: null, cursor: null, named: 0, open: null },
    ...{ lastRun: null, brake: USUAL_LIMITS },
  }
}

/** When a source is asked next after a run that went well; instant, ISO. */
export function nextAsking(source: SourceCode, now: Date): string {
  return later(now, SOURCE_CARDS[source].everyMinutes)
}

/** What is known of a source once a run waits for a person or is over. */
export function feedAfter(feed: Feed, run: Run, now: Date): Feed {
  if (run.state === 'done') return { ...feed, ...learnt(feed, run), missed: 0 }
  if (run.state !== 'failed' && run.state !== 'held') return feed
  const missed = feed.missed + 1
  return run.way === 'pull' && run.state === 'failed'
    ? { ...feed, missed, nextAt: nextTry(feed._id, missed, now) }
    : { ...feed, missed }
}

function learnt(feed: Feed, run: Run): Partial<Feed> {
  const isNewest =
    !feed.asOf || (run.asOf !== null && Date.parse(run.asOf) >= Date.parse(feed.asOf))
  return {
    open: run.openAfter,
    ...(run.mode === 'snapshot' && { named: run.named }),
    ...(run.complete && isNewest && { asOf: run.asOf }),
    ...(run.way === 'pull' && isNewest && { cursor: cursorAfter(feed, run) }),
  }
}

/** A run that began before somebody came said nothing of them: from it nobody goes on. */
function cursorAfter({ inFullSince }: Feed, { at, cursor }: Run): string | null {
  return inFullSince !== undefined && Date.parse(at) <= Date.parse(inFullSince) ? null : cursor
}

/** A system in trouble is asked after 1, 2, 4 … minutes, and never more seldom than usual. */
function nextTry(source: SourceCode, missed: number, now: Date): string {
  return later(now, Math.min(2 ** (missed - 1), SOURCE_CARDS[source].everyMinutes))
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString()
}
