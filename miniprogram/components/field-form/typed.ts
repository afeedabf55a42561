import type { ActionView } from '../../../domain/procedures/answers'
import type { FieldView, Value, Values } from '../../../domain/procedures/fields'
import type { ProcedureCode } from '../../../domain/procedures/request'
import { tableOf } from '../../../domain/procedures/tables'
import { formatYuan } from '../../../domain/money'
import { wrongIn, type Texts } from '../../services/submission'
import { readYuan } from '../../services/yuan'
import { ON_ITS_WAY } from '../signature-pad/on-its-way'

/** What stands in the fields by their names: money as it was typed, all else as its value. */
export type Typed = Values

export const NOTHING_TYPED: Typed = {}

/** What the fields of a form open with, of what was handed in or written down before. */
export function startingFrom(fields: readonly FieldView[], values: Values): Typed {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name]
      if (value === undefined) return []
      return [[name, kind === 'money' ? formatYuan(Number(value)) : value]]
    }),
  )
}

/** What was typed before the page was closed; a picture that was on its way then is gone. */
export function resumed(draft: Typed): Typed {
  const left = Object.entries(draft).filter(([, value]) => value !== ON_ITS_WAY)
  return Object.fromEntries(left.map(([name, value]) => [name, there(value)]))
}

/** Without the photos that are not in the cloud. */
export function there(value: Value): Value {
  return Array.isArray(value) ? value.filter((each) => each !== ON_ITS_WAY) : value
}

/** What is handed in; a field that nobody touched is empty in the way of its kind. */
export function inputOf(fields: readonly FieldView[], typed: Typed): Values {
  return Object.fromEntries(
    fields.map(({ name, kind, label }) => {
      const value = there(typed[name] ?? EMPTY[kind])
      return [name, kind === 'money' ? fenOf(String(value), label) : value]
    }),
  )
}

/** What is wrong, by field: against the very schema that the function has. */
export function wrongWith(procedure: ProcedureCode, action: ActionView, typed: Typed): Texts {
  const { fields, name } = action
  const row = tableOf(procedure).transitions.find((each) => each.name === name && each.form)
  const wrong = row?.form ? wrongIn(row.form, inputOf(fields, typed)) : {}
  return { ...wrong, ...unreadable(fields, typed) }
}

/** An amount that is none says why, and a picture on its way that it is, not only that it is wanted. */
function unreadable(fields: readonly FieldView[], typed: Typed): Texts {
  return Object.fromEntries(
    fields.flatMap(({ name, kind, label }) => {
      const given = typed[name]
      if (given === ON_ITS_WAY) return [[name, `${label}还没有传好，等一等再提交`]]
      if (Array.isArray(given) && given.includes(ON_ITS_WAY)) {
        return [[name, '还有照片没有传好，等一等，或者重传、去掉']]
      }
      if (kind !== 'money') return []
      const amount = readYuan(String(given ?? ''), label)
      return 'wrong' in amount ? [[name, amount.wrong]] : []
    }),
  )
}

/** Text that is no amount goes as it is, for the schema to refuse. */
function fenOf(text: string, label: string): Value {
  const amount = readYuan(text, label)
  return 'fen' in amount ? amount.fen : text
}

const EMPTY: Record<FieldView['kind'], Value> = {
  line: '',
  lines: '',
  number: '',
  day: '',
  money: '',
  choice: '',
  several: [],
  yes: false,
  signature: '',
  photos: [],
}
