import { clearedLately, spokenBefore, USUAL_LIMITS } from './brake'
import type { Feed, Spoken } from './feed'
import type { Run } from './run'
import { SOURCE_CARDS, type SourceCode } from './source'

const MINUTE_MS = 60_000
/** Of whom nothing could be read is kept with the source; of more nobody says that all are known. */
const SPOILED_MOST = 300

/** Whom a run has spoken of, and of whom it has said nothing that could be read; student numbers. */
export interface Naming {
  words: readonly { studentNo: string }[]
  spoiled: readonly string[]
}

/** What is known of a source before its first run. */
export function unheardFeed(source: SourceCode): Feed {
  return {
    _id: source,
    asOf: null,
    cohorts: {},
    missed: 0,
    nextAt: null,
    cursor: null,
    lastRun: null,
    turn: null,
    brake: USUAL_LIMITS,
    cleared: [],
    held: null,
    refused: [],
    brokeOff: false,
  }
}

/** When a source is asked next after a run that went well; instant, ISO. */
export function nextAsking(source: SourceCode, now: Date): string {
  return later(now, SOURCE_CARDS[source].everyMinutes)
}

/** What is known of a source once a run waits for a person or is over. */
export function feedAfter(feed: Feed, run: Run, naming: Naming, now: Date): Feed {
  if (run.state === 'done') return { ...feed, ...learnt(feed, run, naming, now), missed: 0 }
  // A sheet that looks wrong, or comes to nothing, says nothing of the system.
  if (run.way === 'sheet') return feed
  if (run.state === 'held') return { ...feed, held: run._id, missed: 0 }
  if (run.state !== 'failed') return feed
  const missed = feed.missed + 1
  const brokeOff = run.way === 'pull' ? run.brokeOff === true : feed.brokeOff
  const nextAt = run.way === 'pull' ? nextTry(feed._id, missed, now) : feed.nextAt
  return { ...feed, missed, nextAt, brokeOff }
}

/** What is known of a source once somebody has refused a run: only its system's comes again. */
export function feedRefused(feed: Feed, { _id, reasons }: Run): Feed {
  return feed.held === _id ? { ...feed, held: null, refused: reasons } : feed
}

/** Whether a run is held for the very reasons for which somebody has refused the one before. */
export function isRefusedAlready({ refused }: Feed, { reasons }: Pick<Run, 'reasons'>): boolean {
  return refused.length > 0 && refused.join('\n') === reasons.join('\n')
}

/** Whether a run says how all students of its cohort are: a delta does so after a snapshot of them. */
export function saysAll(run: Run, feed: Feed, naming: Naming): boolean {
  const goesOn = run.mode === 'snapshot' || spokenBefore(run, feed) !== undefined
  return run.complete && goesOn && spoiledAfter(feed, run, naming).length <= SPOILED_MOST
}

function learnt(feed: Feed, run: Run, naming: Naming, now: Date): Partial<Feed> {
  const before = spokenBefore(run, feed)?.asOf ?? ''
  const isNewest = run.asOf !== null && !isLater(before, run.asOf)
  const isAll = run.complete && isNewest
  return {
    ...(isAll && !isLater(feed.asOf ?? '', run.asOf) && { asOf: run.asOf }),
    cohorts: isAll ? withAll(feed, run, naming) : withOpen(feed, run),
    // What goes on from less than everything would leave somebody out for good.
    ...(run.way === 'pull' && isNewest && { cursor: run.complete ? cursorAfter(feed, run) : null }),
    cleared: clearedAfter(feed, run, now),
    ...((isAll || run._id === feed.held) && { held: null, refused: [], brokeOff: false }),
  }
}

/** A run that began before somebody came said nothing of them: from it nobody goes on. */
function cursorAfter({ inFullSince }: Feed, { at, cursor }: Run): string | null {
  return inFullSince !== undefined && Date.parse(at) <= Date.parse(inFullSince) ? null : cursor
}

function withAll(feed: Feed, run: Run, naming: Naming): Feed['cohorts'] {
  const { cohort, asOf, mode, openAfter: open } = run
  if (cohort === null || asOf === null) return feed.cohorts
  const named = mode === 'snapshot' ? run.named : (feed.cohorts[cohort]?.named ?? 0)
  const spoiled = spoiledAfter(feed, run, naming)
  return { ...feed.cohorts, [cohort]: { asOf, named, open, spoiled } }
}

function withOpen({ cohorts }: Feed, { cohort, openAfter: open }: Run): Feed['cohorts'] {
  const spoken: Spoken | undefined = cohort === null ? undefined : cohorts[cohort]
  return cohort !== null && spoken ? { ...cohorts, [cohort]: { ...spoken, open } } : cohorts
}

/** Of whom nothing has been read since: a snapshot is asked about everybody anew. */
function spoiledAfter(feed: Feed, run: Run, { words, spoiled }: Naming): string[] {
  if (run.mode === 'snapshot') return [...spoiled]
  const read = new Set(words.map(({ studentNo }) => studentNo))
  const before = spokenBefore(run, feed)?.spoiled ?? []
  return [...new Set([...before.filter((studentNo) => !read.has(studentNo)), ...spoiled])]
}

/** What somebody has looked at does not count: from there on it is counted anew. */
function clearedAfter(feed: Feed, run: Run, now: Date): Feed['cleared'] {
  if (run.reasons.length > 0) return []
  const lately = clearedLately(feed, now)
  const isOwn = run.way !== 'sheet' && run.cleared > 0
  return isOwn ? [...lately, { at: now.toISOString(), count: run.cleared }] : lately
}

function isLater(instant: string, than: string | null): boolean {
  return Date.parse(instant) > Date.parse(than ?? '')
}

/** A system in trouble is asked after 1, 2, 4 … minutes, and never more seldom than usual. */
function nextTry(source: SourceCode, missed: number, now: Date): string {
  return later(now, Math.min(2 ** (missed - 1), SOURCE_CARDS[source].everyMinutes))
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE_MS).toISOString()
}
