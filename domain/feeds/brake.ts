import { formatDayTime } from '../calendar'
import type { Feed, Spoken } from './feed'
import type { Run } from './run'
import { SOURCE_CARDS } from './source'
import { SOURCES } from './sources'

/** What a feed allows until the administrator says otherwise; per cent. */
export const USUAL_LIMITS = { shrink: 20, clear: 30 }

/** Among fewer, a few who pay on the same day are a large share. */
const FEW = 10

/** Clearings of so long are added up: small steps go as far as a large one. */
const LATELY_MS = 60 * 60_000

type Weighed = Pick<
  Run,
  'source' | 'mode' | 'asOf' | 'cohort' | 'named' | 'nameless' | 'cleared' | 'silent' | 'open'
>
type Known = Pick<Feed, 'cohorts' | 'brake' | 'cleared'>

/**
 * Why a run must not be applied without a person, as whole sentences; none when it may. The danger is
 * always the same: that somebody turns green because data is missing.
 */
export function brakeReasons(run: Weighed, feed: Known, now: Date): string[] {
  const reasons = isEmpty(run)
    ? ['这份数据里没有名单上的任何一名学生。']
    : [
        speaksFirst(run, feed),
        shrinks(run, feed),
        hidesSomebody(run),
        passesOver(run, feed),
        clearsTooMany(run, feed, now),
      ]
  return [outOfOrder(run, feed), ...reasons].filter((reason) => reason !== '')
}

/** What a source has said before of all whom a run speaks of. */
export function spokenBefore(
  { cohort }: Pick<Run, 'cohort'>,
  { cohorts }: Pick<Feed, 'cohorts'>,
): Spoken | undefined {
  return cohort === null ? undefined : cohorts[cohort]
}

/** How many a source's system has cleared up within the hour, with nobody looking. */
export function clearedLately({ cleared }: Pick<Feed, 'cleared'>, now: Date): Feed['cleared'] {
  return cleared.filter(({ at }) => now.getTime() - Date.parse(at) < LATELY_MS)
}

/** An older delta is no matter: each student keeps what is newer. */
function outOfOrder(run: Weighed, feed: Known): string {
  const known = spokenBefore(run, feed)
  if (run.mode === 'delta' || !run.asOf || !known) return ''
  if (Date.parse(run.asOf) >= Date.parse(known.asOf)) return ''
  return `这份数据是 ${formatDayTime(run.asOf)} 的，比已经有的（${formatDayTime(known.asOf)}）还旧。`
}

function isEmpty({ mode, named }: Weighed): boolean {
  return mode === 'snapshot' && named === 0
}

/** Nothing is there to measure a first snapshot by, and whoever it leaves out would be done at once. */
function speaksFirst(run: Weighed, feed: Known): string {
  if (!isSilenceSaying(run) || spokenBefore(run, feed)) return ''
  const { title } = SOURCE_CARDS[run.source]
  const whose = run.cohort === null ? '' : ` ${run.cohort} 届`
  return `这是${title}第一次传来${whose}全部学生的数据，里面有 ${run.named} 人，其余的人会当作没有要办的。`
}

function shrinks(run: Weighed, feed: Known): string {
  const before = spokenBefore(run, feed)?.named ?? 0
  const { shrink } = feed.brake
  const fewer = before - run.named
  if (run.mode === 'delta' || before < FEW || fewer * 100 <= before * shrink) return ''
  const share = Math.round((fewer * 100) / before)
  return `上次有 ${before} 名学生，这次只有 ${run.named} 名，少了 ${share}%，超过 ${shrink}%。`
}

/** Where being absent says something, a row of nobody known may be anybody's. */
function hidesSomebody(run: Weighed): string {
  if (run.nameless === 0 || !isSilenceSaying(run)) return ''
  return `有 ${run.nameless} 行看不出是谁的，采用以后这些学生会被当作不在表里。`
}

/** Who has come lately may not be in the other system yet: silence about them says nothing. */
function passesOver(run: Weighed, feed: Known): string {
  if (run.silent < FEW || !spokenBefore(run, feed)) return ''
  const { title } = SOURCE_CARDS[run.source]
  return `有 ${run.silent} 名学生${title}从来没有说到过，这次也没有，采用以后会当作没有要办的。`
}

function clearsTooMany(run: Weighed, feed: Known, now: Date): string {
  const { clear } = feed.brake
  const lately = clearedLately(feed, now).reduce((sum, { count }) => sum + count, 0)
  const cleared = run.cleared + lately
  // Who asked for a fresh look in between may have been counted twice.
  const before = Math.max(run.open + run.silent + lately, cleared)
  if (run.cleared === 0 || cleared < FEW || cleared * 100 <= before * clear) return ''
  const share = Math.round((cleared * 100) / before)
  const { what } = SOURCE_CARDS[run.source]
  const when = lately > 0 ? '一小时里一共' : '这次一下子'
  return `「${what}」没办完的有 ${before} 人，${when}办完 ${cleared} 人，占 ${share}%，超过 ${clear}%。`
}

function isSilenceSaying({ source, mode }: Weighed): boolean {
  return mode === 'snapshot' && SOURCES[source].absent !== 'unknown'
}
