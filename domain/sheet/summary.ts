import type { Cohort } from '../cohort/schema'
import type { Condition } from './condition'
import type { Sheet, SheetItem, SheetStep } from './sheet'

/**
 * What a sheet says as a whole, from its derived items.
 * @param condition on which the student may leave today although something is missing
 */
export function summarise(
  cohort: Cohort,
  items: readonly SheetItem[],
  condition: Condition | null,
): Sheet {
  const required = items.filter((item) => item.required && item.status !== 'exempt')
  const done = required.filter((item) => item.status === 'done')
  const complete = done.length === required.length
  const missing = required.filter((item) => item.turn === 'student')
  return {
    steps: cohort.steps.map(({ title }, index) => toStep(index + 1, title, items)),
    progress: { required: required.length, done: done.length },
    missing: missing.length,
    mayLeave: complete || condition !== null,
    condition: complete ? null : condition,
    nearest: nearestOf(missing),
    asOf: oldest(items),
  }
}

function toStep(number: number, title: string, items: readonly SheetItem[]): SheetStep {
  const own = items.filter((item) => item.step === number)
  const applicable = own.filter((item) => item.status !== 'exempt')
  return {
    number,
    title,
    done: applicable.filter((item) => item.status === 'done').length,
    total: applicable.length,
    items: own.sort(byUrgency),
  }
}

/** Missing first, then what waits for others, then done, then grey; within each ★ first, then by day. */
function byUrgency(a: SheetItem, b: SheetItem): number {
  return (
    loudness(a) - loudness(b) ||
    Number(b.required) - Number(a.required) ||
    (a.turn === 'student' ? daysLeftOf(a) - daysLeftOf(b) || 0 : 0)
  )
}

function loudness({ status, turn }: SheetItem): number {
  return ['student', 'staff', 'later', 'done', 'exempt'].indexOf(turn ?? status)
}

function daysLeftOf({ deadline }: SheetItem): number {
  return deadline?.daysLeft ?? Infinity
}

function nearestOf(missing: readonly SheetItem[]): Sheet['nearest'] {
  const dated = missing.flatMap(({ code, title, deadline }) =>
    deadline?.daysLeft == null ? [] : [{ code, title, daysLeft: deadline.daysLeft }],
  )
  return dated.sort((a, b) => a.daysLeft - b.daysLeft)[0] ?? null
}

function oldest(items: readonly SheetItem[]): string | null {
  const instants = items.flatMap(({ basis }) => (basis?.kind === 'feed' ? [basis.asOf] : []))
  return instants.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null
}
