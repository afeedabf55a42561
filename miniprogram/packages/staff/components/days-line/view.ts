import { dayOf, daysBetween, formatDay } from '../../../../../domain/calendar'
import type { DayPoint } from '../../../../../domain/statistics/days'
import { formatCount } from '../../../../../domain/money'

export interface LineView {
  /** Polygons for `clip-path`: the ground under the line, and the line itself. */
  area: string
  stroke: string
  /** What the upper edge stands for. */
  top: string
  from: string
  to: string
  /** All of it as a sentence. */
  words: string
}

/** As thick as the line is, in pixels. */
const THICKNESS = 3
/** The room that it takes at the upper edge, of the height that the style sheet gives. */
const EDGE = 0.04

interface Now {
  students: number
  mayLeave: number
  now: string
}

/**
 * The line of who may leave, from the first morning that is kept until now; null while there is none.
 * The upper edge is everybody, so that the line climbs to it.
 */
export function toLineView(mornings: readonly DayPoint[], now: Now): LineView | null {
  const [first] = mornings
  const last = mornings[mornings.length - 1]
  if (!first || !last) return null
  const today = dayOf(now.now)
  const points = [...mornings, { day: today, students: now.students, mayLeave: now.mayLeave }]
  const most = Math.max(...points.map(({ students }) => students), 1)
  // Now is half a day after this morning, so that the two do not stand above each other.
  const span = daysBetween(first.day, today) + 0.5
  const corners = points.map(({ day, mayLeave }, index) => {
    const along = daysBetween(first.day, day) + (index === mornings.length ? 0.5 : 0)
    return { x: percent(along / span), y: percent(1 - (1 - EDGE) * (mayLeave / most)) }
  })
  return {
    area: polygon([...corners.map(below), '100% 100%', '0% 100%']),
    stroke: polygon([...corners.map(above), ...[...corners].reverse().map(below)]),
    top: `${formatCount(most)} 人`,
    from: formatDay(first.day),
    to: '现在',
    words: sentence(first, last, now),
  }
}

function sentence(first: DayPoint, last: DayPoint, { mayLeave, now }: Now): string {
  const since = `${formatDay(first.day)}早上可以离校 ${formatCount(first.mayLeave)} 人`
  const more = mayLeave - last.mayLeave
  const than = last.day === dayOf(now) ? '今天早上' : `${formatDay(last.day)}早上`
  const change =
    more === 0 ? '一样多' : `${more > 0 ? '多' : '少'} ${formatCount(Math.abs(more))} 人`
  return `${since}，现在 ${formatCount(mayLeave)} 人，和${than}比${change}。`
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

interface Corner {
  x: string
  y: string
}

/** The lower side of the line. */
function below({ x, y }: Corner): string {
  return `${x} ${y}`
}

function above({ x, y }: Corner): string {
  return `${x} calc(${y} - ${THICKNESS}px)`
}

function polygon(corners: readonly string[]): string {
  return `polygon(${corners.join(', ')})`
}
