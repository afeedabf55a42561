/** Keys and zero-based indexes from the top of a cohort: `['items', 3, 'window', 'to']`. */
export type Path = readonly (string | number)[]

/** A text somewhere in a cohort. */
export interface Leaf {
  path: Path
  value: string
}

/** Where days stand. */
const DAYS = new Set(['issuedOn', 'until', 'from', 'to', 'reportOn', 'on'])

/** Texts that nobody reads as sentences. */
const NOT_PROSE = new Set([
  ...[
    '_id',
    'school',
    'code',
    'kind',
    'procedure',
    'registrar',
    'responsibility',
    'phones',
    'address',
  ],
  ...['appliesTo', 'traits', 'fees', 'toConfirm', 'things', 'departments', 'department'],
])

/** Every day of a cohort (YYYY-MM-DD), in the order of its file. */
export function daysIn(cohort: unknown): Leaf[] {
  return leavesOf(cohort).filter(({ path }) => DAYS.has(keyOf(path)))
}

/** Every text of a cohort that people read, in the order of its file. */
export function textsIn(cohort: unknown): Leaf[] {
  return leavesOf(cohort).filter(
    ({ path }) => !DAYS.has(keyOf(path)) && !NOT_PROSE.has(keyOf(path)),
  )
}

/** A cohort, or a part of it, with some of its texts turned into others. */
export function withLeaves(value: unknown, turn: (leaf: Leaf) => string, path: Path = []): unknown {
  if (typeof value === 'string') return turn({ path, value })
  if (Array.isArray(value)) {
    return value.map((each, index) => withLeaves(each, turn, [...path, index]))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withLeaves(each, turn, [...path, key])]),
  )
}

function leavesOf(cohort: unknown): Leaf[] {
  const leaves: Leaf[] = []
  withLeaves(cohort, (leaf) => {
    leaves.push(leaf)
    return leaf.value
  })
  return leaves
}

/** The last key that is a name: of a text in a list, the list's. */
function keyOf(path: Path): string {
  const names = path.filter((key) => typeof key === 'string')
  return names[names.length - 1] ?? ''
}
