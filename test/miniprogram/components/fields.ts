import type { ActionView } from '../../../domain/procedures/answers'
import type { PlainCode } from '../../../domain/procedures/request'
import { tableOf } from '../../../domain/procedures/tables'

/** A step of a real table, as a page gets it. */
export function stepOf(procedure: PlainCode, name: string): ActionView {
  const row = tableOf(procedure).transitions.find((each) => each.name === name)
  if (!row) throw new Error(`${procedure} has no ${name}`)
  return {
    name,
    label: row.label,
    tone: row.tone ?? 'primary',
    note: row.note ?? 'none',
    usualNotes: [...(row.usualNotes ?? [])],
    form: row.page ?? 'none',
    fields: [...(row.fields ?? [])],
  }
}
