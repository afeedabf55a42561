import { formatFullDay } from '../../../domain/calendar'
import type { PhotoView } from '../../../domain/procedures/answers'
import type { FieldView, Value } from '../../../domain/procedures/fields'
import type { Texts } from '../../services/submission'
import type { Option } from '../choice/option'
import { there, type Typed } from './typed'

/** One of what can be chosen, as a row of its own. */
export interface ChoiceView extends Option {
  chosen: boolean
}

/** A field with what stands in it and what is wrong with it. */
export interface DrawnField {
  name: string
  draws: FieldView['kind'] | 'side' | 'rows' | 'wheel'
  label: string
  /** Name and what is wrong, for those who cannot see it. */
  spoken: string
  hint: string
  wrong: string
  most: number
  /** What was typed or chosen; empty where it is no text. */
  value: string
  /** The same as it is read: a day in full, the name of the chosen option. */
  text: string
  /** Whether the sentence is agreed to. */
  on: boolean
  options: ChoiceView[]
  /** Which option a wheel stands at. */
  at: number
  /** Those that are in the cloud. */
  photos: PhotoView[]
}

/** As many as fit beside each other, and as many as are seen at a glance below each other. */
const SIDE_BY_SIDE_MOST = 3
const SIDE_TEXT_MOST = 6
const ROWS_MOST = 6

export function drawFields(
  fields: readonly FieldView[],
  typed: Typed,
  errors: Texts,
): DrawnField[] {
  return fields.map((field) => {
    const { name, kind, label, hint, most, optional } = field
    const wrong = wrongAt(name, errors)
    const options = optionsOf(field, typed)
    const named = `${label}${kind === 'money' ? '（元）' : ''}${optional ? '（可以不填）' : ''}`
    return {
      name,
      hint,
      most,
      options,
      wrong,
      draws: drawingOf(field),
      label: named,
      spoken: [named, wrong].filter(Boolean).join('，'),
      ...textOf(field, typed),
      on: typed[name] === true,
      at: Math.max(
        options.findIndex(({ chosen }) => chosen),
        0,
      ),
      photos: kind === 'photos' ? photosIn(typed[name]) : [],
    }
  })
}

/** The sentence at a field, or at one of several in it. */
function wrongAt(name: string, errors: Texts): string {
  const inside = Object.keys(errors).find((path) => path.startsWith(`${name}.`)) ?? ''
  return errors[name] ?? errors[inside] ?? ''
}

function drawingOf({ kind, options }: FieldView): DrawnField['draws'] {
  if (kind !== 'choice') return kind
  const short = options.every(({ label }) => label.length <= SIDE_TEXT_MOST)
  if (options.length <= SIDE_BY_SIDE_MOST && short) return 'side'
  return options.length <= ROWS_MOST ? 'rows' : 'wheel'
}

function optionsOf({ name, options }: FieldView, typed: Typed): ChoiceView[] {
  const value = typed[name]
  const chosen = Array.isArray(value) ? value : [value]
  return options.map((option) => ({
    value: option.value,
    text: option.label,
    chosen: chosen.includes(option.value),
  }))
}

/** WeChat shows a file of the cloud by its id. */
function photosIn(value: Value | undefined): PhotoView[] {
  const ids = value === undefined ? [] : there(value)
  return Array.isArray(ids) ? ids.map((id) => ({ id, url: '' })) : []
}

function textOf({ name, kind, options }: FieldView, typed: Typed) {
  const given = typed[name]
  const value = typeof given === 'string' ? given : ''
  const chosen = options.find((option) => option.value === value)?.label ?? ''
  if (kind === 'day') return { value, text: value && formatFullDay(value) }
  return { value, text: kind === 'choice' ? chosen : value }
}
