import type { Input } from '../../../../domain/api'
import type { PartChange } from '../../../../domain/cohort/edit'
import type { FieldView } from '../../../../domain/procedures/fields'
import type { Typed } from '../../../components/field-form/typed'

/** A form for a part of a draft. */
export interface PartForm {
  headline: string
  /** May be empty. */
  lead: string
  /** What stands in it before anything is typed. */
  typed: Typed
  /** The fields, which may hang together: what is chosen in one decides which others there are. */
  fields(typed: Typed): FieldView[]
  /** Where in the cohort a field's sentence may come from, by the field's name. */
  places: Record<string, readonly string[]>
  /** What is filled in, as changes of the draft. */
  changes(typed: Typed): PartChange[]
  /** What is looked at as a whole by saving it. */
  looked?: Input<'admin.edit'>['looked']
  /** For an entry of a list: where it stands. */
  entry?: { list: string; index: number; count: number; name: string }
}

/** Text that was typed; empty for what is none. */
export function textIn(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** The same, or nothing at all where it may be absent. */
export function textOrNone(typed: Typed, name: string): string | undefined {
  return textIn(typed, name) || undefined
}

export function listIn(typed: Typed, name: string): string[] {
  const value = typed[name]
  return Array.isArray(value) ? value : []
}

/** Phone numbers and names as they are typed one after the other. */
export function splitList(text: string): string[] {
  return text.split(/[、，,；;\s]+/).filter(Boolean)
}

/** One a line. */
export function splitLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/**
 * Sentences of a refusal at the fields that they are about, and those about anything else.
 * @param fields by dotted path in the cohort
 */
export function errorsAt(
  places: PartForm['places'],
  fields: Readonly<Record<string, string>>,
): { errors: Record<string, string>; others: string[] } {
  const errors: Record<string, string> = {}
  const others: string[] = []
  for (const [path, sentence] of Object.entries(fields)) {
    const own = Object.keys(places).filter((name) => places[name]?.some((at) => isAt(path, at)))
    const [nearest] = own.sort((a, b) => depthOf(places[b]) - depthOf(places[a]))
    if (nearest === undefined) others.push(sentence)
    else errors[nearest] ??= sentence
  }
  return { errors, others }
}

function isAt(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}.`) || place.startsWith(`${path}.`)
}

function depthOf(places: readonly string[] | undefined): number {
  return Math.max(0, ...(places ?? []).map((place) => place.length))
}
