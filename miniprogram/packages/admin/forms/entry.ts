import type { Cohort } from '../../../../domain/cohort/schema'
import { ENTRY_KINDS, type EntryKind } from './entries'
import type { PartForm } from './part-form'

/** Of an entry of a list, or of one that is to be added (`index` is then the list's length). */
export function entryForm(
  cohort: Cohort,
  list: string,
  kind: EntryKind,
  entries: readonly unknown[],
  index: number,
): PartForm {
  const before = entries[index]
  const isNew = before === undefined
  const path = `${list}.${index}`
  const names = Object.keys(kind.fields(ALL_FIELDS))
  return {
    headline: isNew ? `加一${kind.unit}${kind.title}` : kind.title,
    lead: kind.about,
    typed: isNew ? STARTS : kind.read(before),
    fields: (typed) =>
      Object.entries(kind.fields(typed)).map(([name, { view }]) => ({ name, ...view })),
    places: Object.fromEntries(
      names.map((name, at) => [name, at === 0 ? [`${path}.${name}`, path] : [`${path}.${name}`]]),
    ),
    changes: (typed) => {
      const value = kind.write(typed, before, cohort)
      return [isNew ? { do: 'insert', path: list, at: index, value } : { do: 'set', path, value }]
    },
    ...(!isNew && { entry: { list, index, count: entries.length, name: kind.row(before).title } }),
  }
}

/** The list at a path with its kind; null when there is none. */
export function listAt(
  cohort: Cohort,
  path: string,
): { entries: readonly unknown[]; kind: EntryKind } | null {
  const keys = path.split('.')
  const value = keys.reduce<unknown>(
    (part, key) => (part as Record<string, unknown> | undefined)?.[key],
    cohort,
  )
  const kind = ENTRY_KINDS[keys[keys.length - 1] ?? '']
  return Array.isArray(value) && kind ? { entries: value, kind } : null
}

/** Makes every field of a form that hangs together come up, to know their names. */
const ALL_FIELDS = { shown: 'until' }
/** What is chosen before anything is. */
const STARTS = { shown: 'until' }
