import { feedAfter, isRefusedAlready } from '../../../domain/feeds/after'
import type { Feed } from '../../../domain/feeds/feed'
import { heldMessages } from '../../../domain/feeds/notices'
import { isOver, WORKING, type Run } from '../../../domain/feeds/run'
import { clock } from '../clock'
import { newNumber } from '../number'
import { store } from '../store'
import { inTransaction, type Transaction } from '../transaction'
import { upTo } from '../where'
import type { SourceTrouble } from './ask'
import { feedIn } from './known'
import { removeStaged, stage, type Staged } from './staging'

/** A run in somebody's hands, with what is staged of it. */
export interface Work {
  run: Run
  staged: Staged
}

/** Why a run fails: a sentence, and whether its system broke off in the middle. */
type Trouble = Pick<SourceTrouble, 'message'> & Partial<Pick<SourceTrouble, 'kind'>>

type Beginning = Pick<Run, 'source' | 'way' | 'mode' | 'state' | 'asOf' | 'by'> & Partial<Run>

const OVERTAKEN = '后来又传来了一次，这次不用再决定。'
/** Longer than a function lives: whoever has not given a run back by then is dead. */
const BUSY_MS = 70_000
/** A run on which three functions died would kill a fourth. */
const STALLED_MOST = 3

/** Writes down a new run, in the hands of the caller, and that it is the source's last. */
export async function begin(
  transaction: Transaction,
  beginning: Beginning,
  changes: Partial<Feed> = {},
): Promise<Run> {
  const now = clock.now()
  const run: Run = {
    _id: newNumber('SJ'),
    at: now.toISOString(),
    received: 0,
    changed: 0,
    applied: 0,
    cleared: 0,
    rejected: 0,
    reasons: [],
    warnings: [],
    note: '',
    named: 0,
    open: 0,
    openAfter: 0,
    silent: 0,
    nameless: 0,
    cohort: null,
    quiet: false,
    complete: beginning.mode === 'snapshot',
    position: '',
    page: 1,
    cursor: null,
    samples: [],
    stalled: 0,
    busyUntil: busyFrom(now),
    ...beginning,
  }
  const feed = await feedIn(transaction, run.source)
  await transaction.insert('runs', run)
  await transaction.replace('feeds', { ...feed, ...changes, lastRun: run._id })
  return run
}

/** Takes a run that waits for a function; null when somebody has it, or nothing is left to do. */
export async function claim(id: string): Promise<Run | null> {
  return inTransaction(async (transaction) => {
    const run = await transaction.get('runs', id)
    const now = clock.now()
    if (!run || !WORKING.includes(run.state) || run.busyUntil > now.toISOString()) return null
    const claimed = { busyUntil: busyFrom(now), stalled: run.stalled + 1 }
    await transaction.update('runs', id, claimed)
    return { ...run, ...claimed }
  })
}

export function isStuck({ stalled }: Run): boolean {
  return stalled > STALLED_MOST
}

export function failed(run: Run, { message: note, kind }: Trouble): Run {
  return { ...run, state: 'failed', note, ...(kind === 'brokeOff' && { brokeOff: true }) }
}

/**
 * Gives a run back as far as it has got: its feed learns what came of it, whoever has to decide is told,
 * and what is staged is kept for who goes on, or removed when it is over.
 */
export async function giveBack({ run, staged }: Work): Promise<Run> {
  const { staged: file, ...over } = run
  const kept = isOver(run) ? over : { ...run, staged: await stage(run, staged) }
  const free = { ...kept, stalled: 0, busyUntil: clock.now().toISOString() }
  const others = await overtakenBy(free)
  const given = await inTransaction(async (transaction) => {
    const now = clock.now()
    const feed = await feedIn(transaction, run.source)
    const quiet = free.state === 'held' && free.way !== 'sheet' && isRefusedAlready(feed, free)
    const given = { ...free, quiet }
    await transaction.replace('runs', given)
    await transaction.replace('feeds', feedAfter(feed, given, staged, now))
    if (given.state !== 'held' || quiet || others.some((other) => !other.quiet)) return given
    for (const message of heldMessages(given, now.toISOString())) {
      await transaction.replace('outbox', message)
    }
    return given
  })
  if (isOver(given)) await removeStaged(file)
  for (const other of others) await close(other._id, OVERTAKEN)
  return given
}

/**
 * Runs that nobody need decide any more, as a later one says how all students are. One that waits itself
 * takes the place of its own kind alone: a sheet may be what puts a system's bad day right.
 */
async function overtakenBy(run: Run): Promise<Run[]> {
  const { _id, source, cohort, state, complete, asOf } = run
  if (!complete || !asOf || (state !== 'held' && state !== 'done')) return []
  const where = { source, cohort, state: 'held', asOf: upTo(asOf) } as const
  const held = await store.find('runs', { where })
  const isSheet = (each: Run) => each.way === 'sheet'
  return held.filter(
    (other) => other._id !== _id && (state === 'done' || isSheet(other) === isSheet(run)),
  )
}

/** Ends a run that waits for a person who is not needed any more. */
export async function close(id: string, note: string): Promise<void> {
  const closed = await inTransaction(async (transaction) => {
    const run = await transaction.get('runs', id)
    if (run?.state !== 'held' && run?.state !== 'preview') return null
    await transaction.update('runs', id, { state: 'refused', note }, ['staged'])
    return run
  })
  if (closed) await removeStaged(closed.staged)
}

function busyFrom(now: Date): string {
  return new Date(now.getTime() + BUSY_MS).toISOString()
}
