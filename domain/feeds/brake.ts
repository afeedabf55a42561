import { formatDayTime } from '../calendar'
import type { Feed } from './feed'
import type { Run } from './run'
import { SOURCE_CARDS } from './source'
import { SOURCES } from './sources'

/** What a feed allows until the administrator says otherwise; per cent. */
export const USUAL_LIMITS = { shrink: 20, clear: 30 }

/** Among fewer, a few who pay on the same day are a large share. */
const FEW = 10

/**
 * Why a run must not be applied without a person, as whole sentences; none when it may. The danger is
 * always the same: that somebody turns green because data is missing.
 */
export function brakeReasons(
  run: Pick<Run, 'source' | 'mode' | 'asOf' | 'named' | 'nameless' | 'cleared' | 'open'>,
  feed: Pick<Feed, 'asOf' | 'named' | 'brake'>,
): string[] {
  const reasons = isEmpty(run)
    ? ['这份数据里没有名单上的任何一名学生。']
    : [shrinks(run, feed), hidesSomebody(run), clearsTooMany(run, feed)]
  return [outOfOrder(run, feed), ...reasons].filter((reason) => reason !== '')
}

type Weighed = Parameters<typeof brakeReasons>[0]
type Known = Parameters<typeof brakeReasons>[1]

/** An older delta is no matter: each student keeps what is newer. */
function outOfOrder({ mode, asOf }: Weighed, known: Known): string {
  if (mode === 'delta' || !asOf || !known.asOf) return ''
  if (Date.parse(asOf) >= Date.parse(known.asOf)) return ''
  return `这份数据是 ${formatDayTime(asOf)} 的，比已经有的（${formatDayTime(known.asOf)}）还旧。`
}

function isEmpty({ mode, named }: Weighed): boolean {
  return mode === 'snapshot' && named === 0
}

function shrinks({ mode, named }: Weighed, feed: Known): string {
  const fewer = feed.named - named
  const isUsual = feed.named < FEW || fewer * 100 <= feed.named * feed.brake.shrink
  if (mode === 'delta' || isUsual) return ''
  const share = Math.round((fewer * 100) / feed.named)
  return `上次有 ${feed.named} 名学生，这次只有 ${named} 名，少了 ${share}%，超过 ${feed.brake.shrink}%。`
}

/** Where being absent says something, a row of nobody known may be anybody's. */
function hidesSomebody({ source, mode, nameless }: Weighed): string {
  if (mode === 'delta' || nameless === 0 || SOURCES[source].absent === 'unknown') return ''
  return `有 ${nameless} 行看不出是谁的，采用以后这些学生会被当作不在表里。`
}

function clearsTooMany({ source, cleared, open }: Weighed, { brake }: Known): string {
  // Who asked for a fresh look in between may have been counted twice.
  const before = Math.max(open, cleared)
  if (cleared < FEW || cleared * 100 <= before * brake.clear) return ''
  const share = Math.round((cleared * 100) / before)
  const { what } = SOURCE_CARDS[source]
  return `「${what}」没办完的有 ${before} 人，这次一下子办完 ${cleared} 人，占 ${share}%，超过 ${brake.clear}%。`
}
