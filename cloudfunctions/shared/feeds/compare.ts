import { saysAll } from '../../../domain/feeds/after'
import { brakeReasons, spokenBefore } from '../../../domain/feeds/brake'
import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { clock } from '../clock'
import { leavingCohort } from '../cohorts'
import { studentsAfter, studentsNamed } from './paging'
import { keepRejects } from './rejects'
import type { Work } from './runs'
import { weigh } from './weigh'
import type { HasTime } from './time'

/**
 * Holds a run against all students that it may say something of, a hundred at a time; it only reads. At
 * the end the brake decides whether a person has to.
 */
export async function compare(work: Work, feed: Feed, hasTime: HasTime): Promise<Work> {
  // Whoever does not say whom they speak of speaks of those who leave now.
  const cohort = work.run.cohort ?? (await leavingCohort())
  let at: Work = { ...work, run: { ...work.run, cohort } }
  // Somebody has to count what is open before a share of it means anything.
  const isInFull = at.run.mode === 'snapshot' || !spokenBefore(at.run, feed)
  const nextPage = isInFull ? studentsAfter : studentsNamed
  while (hasTime()) {
    const page = await nextPage(at.run.position, at.staged.words)
    at = await weigh(at, page, feed)
    if (page.end === null) return decide(at, feed, isInFull)
    at = { ...at, run: { ...at.run, position: page.end } }
  }
  return at
}

async function decide({ run, staged }: Work, feed: Feed, isInFull: boolean): Promise<Work> {
  const rejects = [...staged.rejects].sort((a, b) => a.line - b.line)
  await keepRejects(run._id, rejects)
  const open = isInFull ? run.open : (spokenBefore(run, feed)?.open ?? 0)
  const openAfter = Math.max(0, open + run.openAfter - run.open)
  const complete = saysAll(run, feed, staged)
  const counted = { open, openAfter, rejected: rejects.length }
  const compared = { ...run, ...counted, complete, position: '0' }
  const reasons = brakeReasons(compared, feed, clock.now())
  const state = nextState(compared, reasons, staged.changes.length)
  return { run: { ...compared, reasons, state }, staged: { ...staged, records: [], rejects } }
}

function nextState(run: Run, reasons: readonly string[], changes: number): Run['state'] {
  if (reasons.length > 0) return 'held'
  if (run.way === 'sheet') return 'preview'
  return changes === 0 ? 'done' : 'applying'
}
