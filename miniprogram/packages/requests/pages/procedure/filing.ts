import type { ActionView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { tableOf } from '../../../../../domain/procedures/tables'
import { typedBefore } from '../../unfinished'

/**
 * The form to open with: the only one there is, the one that somebody began to fill in, or the one
 * that was handed in. Null when one has to choose first.
 */
export function filingOf(answer: ProcedureAnswer): ActionView | null {
  const { filings, typed } = answer
  if (filings.length === 1) return filings[0] ?? null
  const begun = filings.find(({ name }) => typedBefore(answer, name))
  const filed = typed ? Object.keys(typed) : []
  return (
    begun ?? filings.find(({ fields }) => fields.some(({ name }) => filed.includes(name))) ?? null
  )
}

/** One of several that can be filed, with what comes of it. */
export interface Choice {
  name: string
  label: string
  hint: string
}

export function choicesOf({ filings, procedure }: ProcedureAnswer): Choice[] {
  const { transitions, states } = tableOf(procedure)
  return filings.map(({ name, label }) => {
    const to = transitions.find((row) => row.name === name)?.to ?? ''
    return { name, label, hint: states[to]?.explains ?? '' }
  })
}

/** The student's steps that need something filled in; whoever files for them has none of these. */
export function stepsOf({ request, filings }: ProcedureAnswer, behalf: boolean): ActionView[] {
  if (!request || behalf) return []
  return request.actions.filter(
    ({ name, fields, note }) =>
      (fields.length > 0 || note !== 'none') && !filings.some((filing) => filing.name === name),
  )
}
