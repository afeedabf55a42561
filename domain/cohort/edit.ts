import * as v from 'valibot'
import { ClearanceError } from '../errors'
import { textsIn, type Path } from './leaves'
import { faultsOf, readCohort, sentencesOf } from './parse'
import type { Cohort } from './schema'

const MOST_LETTERS = 20_000

/** `items.3.window.to`; only names that a cohort can have, and never its year. */
const path = v.pipe(
  v.string('没有说明改哪一处'),
  v.maxLength(120, '没有这一处'),
  v.regex(/^[A-Za-z]+(\.([A-Za-z]+|\d{1,3}))*$/, '没有这一处'),
)
const place = v.pipe(
  v.number('没有说明放在第几个'),
  v.integer('没有说明放在第几个'),
  v.minValue(0, '没有说明放在第几个'),
)
const value = v.pipe(
  v.optional(v.unknown()),
  v.check(
    (given) => given === undefined || JSON.stringify(given).length <= MOST_LETTERS,
    '文字太长了',
  ),
)

const STRANGE = '不认识这种改法，请关闭小程序后重新打开'

/** One change of a part of a cohort. Without a value, `set` takes away what may be absent. */
export const partChange = v.variant(
  'do',
  [
    v.strictObject({ do: v.literal('set'), path, value }, STRANGE),
    v.strictObject({ do: v.literal('insert'), path, at: place, value }, STRANGE),
    v.strictObject({ do: v.literal('remove'), path }, STRANGE),
    v.strictObject({ do: v.literal('move'), path, to: place }, STRANGE),
  ],
  STRANGE,
)

export type PartChange = v.InferOutput<typeof partChange>

/**
 * A cohort with some of its parts changed.
 * @throws ClearanceError `INVALID` with a sentence for each place that would be wrong, `fields` by its
 *   dotted path in the changed cohort
 */
export function editCohort(cohort: Cohort, changes: readonly PartChange[]): Cohort {
  const changed = changes.reduce<unknown>(applied, cohort)
  const faults = faultsOf(changed)
  if (faults.length === 0) return readCohort(changed)
  throw new ClearanceError({
    code: 'INVALID',
    message: sentencesOf(faults, changed).join('\n'),
    fields: Object.fromEntries(faults.map((fault) => [fault.path.join('.'), fault.message])),
  })
}

/** The texts in what was filled in: who sent them has looked at them, changed or not. */
export function textsOf(changes: readonly PartChange[]): string[] {
  return changes.flatMap((change) =>
    'value' in change
      ? textsIn(withKey(lastOf(keysOf(change.path)) ?? '', change.value)).map((each) => each.value)
      : [],
  )
}

function withKey(key: string | number, given: unknown): unknown {
  return typeof key === 'string' ? { [key]: given } : given
}

function applied(cohort: unknown, change: PartChange): unknown {
  const keys = keysOf(change.path)
  switch (change.do) {
    case 'set':
      return within(cohort, keys, () => change.value)
    case 'insert':
      return within(cohort, keys, (list) => inserted(list ?? [], change.at, change.value))
    case 'remove':
      return within(cohort, keys.slice(0, -1), (list) => without(list, lastOf(keys)))
    case 'move':
      return within(cohort, keys.slice(0, -1), (list) => moved(list, lastOf(keys), change.to))
  }
}

/** The value with what stands at a place replaced; everything beside it stays the same. */
function within(value: unknown, keys: Path, turn: (value: unknown) => unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) return turn(value)
  if (Array.isArray(value)) {
    if (typeof key !== 'number' || !(key in value)) throw nowhere()
    return value.map((each: unknown, index) => (index === key ? within(each, rest, turn) : each))
  }
  if (typeof value !== 'object' || value === null || typeof key === 'number') throw nowhere()
  const { [key]: own, ...others } = value as Record<string, unknown>
  const after = within(own, rest, turn)
  return after === undefined ? others : { ...value, [key]: after }
}

function inserted(list: unknown, at: number, value: unknown): unknown[] {
  if (!Array.isArray(list) || at > list.length) throw nowhere()
  return [...(list.slice(0, at) as unknown[]), value, ...(list.slice(at) as unknown[])]
}

function without(list: unknown, at: string | number | undefined): unknown[] {
  if (!Array.isArray(list) || typeof at !== 'number' || !(at in list)) throw nowhere()
  return list.filter((_, index) => index !== at)
}

function moved(list: unknown, from: string | number | undefined, to: number): unknown[] {
  if (!Array.isArray(list) || typeof from !== 'number' || to >= list.length) throw nowhere()
  return inserted(without(list, from), to, list[from])
}

function lastOf(keys: Path): string | number | undefined {
  return keys[keys.length - 1]
}

function keysOf(dotted: string): Path {
  return dotted.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key))
}

function nowhere(): ClearanceError {
  return new ClearanceError({
    code: 'INVALID',
    message: '草稿里没有这一处，可能已经被删掉了。请回到上一页再看一遍。',
  })
}
