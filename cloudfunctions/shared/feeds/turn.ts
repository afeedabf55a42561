import { setTimeout as pause } from 'node:timers/promises'
import type { Feed } from '../../../domain/feeds/feed'
import { WORKING, type Run } from '../../../domain/feeds/run'
import { inTransaction } from '../transaction'
import { feedIn } from './known'

/** A few students are written faster than that; longer waits are the minute's timer's. */
const TRIES = 12
const BETWEEN_MS = 250

/** Whether a run is at what the runs of one source do one after the other: compare and write. */
export function wantsTurn({ state }: Run): boolean {
  return state === 'comparing' || state === 'applying'
}

/**
 * Waits a little for the source's turn: two runs at once could leave a student as the other found them.
 * Answers what is known of the source, which stays so while one has the turn; null when it did not come.
 */
export async function waitForTurn(run: Run): Promise<Feed | null> {
  let feed = await takeTurn(run)
  for (let tries = 1; !feed && tries < TRIES; tries++) {
    await pause(BETWEEN_MS)
    feed = await takeTurn(run)
  }
  return feed
}

/** Answers null while another has the turn; whoever is over, or waits for a person, has it no more. */
async function takeTurn({ _id, source }: Run): Promise<Feed | null> {
  return inTransaction(async (transaction) => {
    const feed = await feedIn(transaction, source)
    const isOthers = feed.turn !== null && feed.turn !== _id
    const other = isOthers ? await transaction.get('runs', feed.turn ?? '') : null
    // A pull that has the turn may still be kept as one that receives.
    if (other && WORKING.includes(other.state)) return null
    // Written also where it stays the same: of two who take it at once one finds out.
    const taken = { ...feed, turn: _id }
    await transaction.replace('feeds', taken)
    return taken
  })
}
