import type { Status } from '../sheet/sheet'
import type { Tally } from './tally'

/** How far several classes are together. */
export type Sum = Pick<Tally, 'students' | 'mayLeave' | 'items'>

export const NOBODY: Sum = { students: 0, mayLeave: 0, items: {} }

export function sumOf(tallies: Iterable<Sum>): Sum {
  let sum = NOBODY
  for (const tally of tallies) sum = added(sum, tally)
  return sum
}

/** How many students an item is done, pending or exempt for; nobody for one that is not counted yet. */
export function countsOf({ items }: Sum, code: string): Record<Status, number> {
  return items[code] ?? { done: 0, pending: 0, exempt: 0 }
}

/** The sums of each college or each class, in order of their names. */
export function sumsBy(
  tallies: readonly Tally[],
  part: 'college' | 'className',
): { name: string; sum: Sum }[] {
  const names = [...new Set(tallies.map((tally) => tally[part]))].sort()
  return names.map((name) => ({
    name,
    sum: sumOf(tallies.filter((tally) => tally[part] === name)),
  }))
}

function added(a: Sum, b: Sum): Sum {
  const codes = new Set([...Object.keys(a.items), ...Object.keys(b.items)])
  const items = [...codes].map((code) => {
    const [one, other] = [countsOf(a, code), countsOf(b, code)]
    const both = {
      done: one.done + other.done,
      pending: one.pending + other.pending,
      exempt: one.exempt + other.exempt,
    }
    return [code, both] as const
  })
  return {
    students: a.students + b.students,
    mayLeave: a.mayLeave + b.mayLeave,
    items: Object.fromEntries(items),
  }
}
