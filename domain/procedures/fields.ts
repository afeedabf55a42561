import * as v from 'valibot'
import { formatFullDay, isDay } from '../calendar'
import { formatYuan } from '../money'
import type { Line } from '../sheet/sheet'
import { PHOTOS_MOST, photosUpTo } from './forms/fields'

/** What stands in the fields of a simple form; money is integer fen, a day `YYYY-MM-DD`. */
export type Value = string | number | boolean | string[]
export type Values = Record<string, Value>

/** A field as a page draws it. */
export interface FieldView {
  name: string
  kind:
    | 'line'
    | 'lines'
    | 'number'
    | 'day'
    | 'money'
    | 'choice'
    | 'several'
    | 'yes'
    | 'signature'
    | 'photos'
  label: string
  /** May be empty. */
  hint: string
  /** The longest text, or how many photos; 0 where there is neither. */
  most: number
  optional: boolean
  /** For `choice` and `several`. */
  options: { value: string; label: string }[]
}

/** A field of a simple form: how it is drawn, checked and read. */
export interface Field {
  view: Omit<FieldView, 'name'>
  schema: v.GenericSchema<unknown, Value>
  read(value: Value): string
}

/** The fields of one form by their names. Page and function are both made from it. */
export interface Fields {
  schema: v.GenericSchema<unknown, Values>
  views: FieldView[]
  /** What was filled in, for reading; what was left empty is left out. */
  lines(values: Readonly<Values>): Line[]
}

/** A simple form: page and function are both made from this one declaration. */
export function fields(declared: Readonly<Record<string, Field>>): Fields {
  const entries = Object.entries(declared)
  const schemas = Object.fromEntries(entries.map(([name, { schema }]) => [name, schema]))
  return {
    schema: v.strictObject(schemas, '请把每一项填写完整'),
    views: entries.map(([name, { view }]) => ({ name, ...view })),
    lines: (values) =>
      entries.flatMap(([name, { view, read }]) => {
        const value = values[name]
        const text = value === undefined ? '' : read(value)
        return text ? [{ label: view.label, value: text }] : []
      }),
  }
}

interface Options {
  hint?: string
  most?: number
  optional?: boolean
  /** What a text must look like, and the sentence when it does not. */
  like?: [pattern: RegExp, sentence: string]
}

const asIs = (value: Value): string => String(value)

/** A text of one line. */
export function line(label: string, options: Options = {}): Field {
  return { view: viewOf('line', label, options), schema: textOf(label, options), read: asIs }
}

/** A text of several lines. */
export function lines(label: string, options: Options = {}): Field {
  const given = { most: 200, ...options }
  return { view: viewOf('lines', label, given), schema: textOf(label, given), read: asIs }
}

/** Digits with the keyboard for them; what they mean is a text. */
export function digits(label: string, options: Options = {}): Field {
  return { view: viewOf('number', label, options), schema: textOf(label, options), read: asIs }
}

export function day(label: string, options: Options = {}): Field {
  const schema = v.pipe(v.string(`请选择${label}`), v.check(isDay, `请选择${label}`))
  const read = (value: Value) => formatFullDay(String(value))
  return { view: viewOf('day', label, options), schema, read }
}

const PRICE_MOST_FEN = 10_000_000

/** An amount, integer fen, more than nothing. */
export function money(label: string, options: Options = {}): Field {
  const schema = v.pipe(
    v.number(`请填写${label}`),
    v.integer(`${label}精确到分`),
    v.minValue(1, `${label}要大于 0`),
    v.maxValue(PRICE_MOST_FEN, `${label}太大了，请核对`),
  )
  const read = (value: Value) => `${formatYuan(Number(value))} 元`
  return { view: viewOf('money', label, options), schema, read }
}

/** One of several. @param options what each value is called */
export function choice(
  label: string,
  options: Readonly<Record<string, string>>,
  { hint }: Options = {},
): Field {
  return {
    view: { ...viewOf('choice', label, { ...(hint && { hint }) }), options: toOptions(options) },
    schema: v.picklist(Object.keys(options), `请选择${label}`),
    read: (value) => options[String(value)] ?? '',
  }
}

/** Some of several, at least one. @param options what each value is called */
export function several(label: string, options: Readonly<Record<string, string>>): Field {
  const one = v.picklist(Object.keys(options), `请选择${label}`)
  return {
    view: { ...viewOf('several', label, {}), options: toOptions(options) },
    schema: v.pipe(v.array(one, `请选择${label}`), v.minLength(1, `请选择${label}`)),
    read: (value) => (value as string[]).map((each) => options[each] ?? '').join('、'),
  }
}

/** A sentence to agree to or to declare; nothing goes on without it. */
export function yes(label: string): Field {
  return {
    view: viewOf('yes', label, {}),
    schema: v.literal(true, '请先确认这一条'),
    read: () => '是',
  }
}

/** A signature drawn with the finger, kept as an image. */
export function signature(label: string): Field {
  const sentence = '请在方框里签名'
  return {
    view: viewOf('signature', label, {}),
    schema: v.pipe(
      v.string(sentence),
      v.maxLength(300, sentence),
      v.regex(/^cloud:\/\/[\w.-]+\/photos\/[\w-]{24}\.(png|jpg)$/, sentence),
    ),
    read: () => '已签名',
  }
}

/** Photos, none at all if one likes. They are shown as photos, not among the lines. */
export function photos(label: string, { hint, most = PHOTOS_MOST }: Options = {}): Field {
  const view = viewOf('photos', label, { ...(hint && { hint }), optional: true })
  return { view: { ...view, most }, schema: photosUpTo(most), read: () => '' }
}

const LINE_MOST = 60

function textOf(label: string, { most = LINE_MOST, optional, like }: Options) {
  const text = v.pipe(
    v.string(`请填写${label}`),
    v.trim(),
    v.check((typed) => optional === true || typed !== '', `请填写${label}`),
    v.maxLength(most, `${label}请写在 ${most} 字以内`),
    v.check((typed) => typed === '' || !like || like[0].test(typed), like?.[1] ?? ''),
  )
  return optional ? v.optional(text, '') : text
}

function viewOf(kind: FieldView['kind'], label: string, options: Options): Field['view'] {
  const { hint = '', most = LINE_MOST, optional = false } = options
  const typed = kind === 'line' || kind === 'lines' || kind === 'number'
  return { kind, label, hint, most: typed ? most : 0, optional, options: [] }
}

function toOptions(options: Readonly<Record<string, string>>): FieldView['options'] {
  return Object.entries(options).map(([value, label]) => ({ value, label }))
}
