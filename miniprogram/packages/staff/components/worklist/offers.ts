import { tableOf } from '../../../../../domain/procedures/tables'
import type { WorkRowView } from '../work-row/view'

/** What can be done to all chosen requests at once. */
export interface Offer {
  /** Name of the transition. */
  name: string
  label: string
  tone: 'primary' | 'danger'
  asksReason: boolean
  usualReasons: string[]
}

type Row = Pick<WorkRowView, 'procedure' | 'quick'>

/**
 * What all of these rows can be done to: the quick transitions that they share, and beside them those
 * that the same people take in the same states with a reason: whoever may agree may send back.
 */
export function offersFor(rows: readonly Row[]): Offer[] {
  const [first] = rows
  if (!first) return []
  const shared = first.quick.filter(({ name }) =>
    rows.every(({ quick }) => quick.some((each) => each.name === name)),
  )
  const alike = rows.every(({ procedure }) => procedure === first.procedure)
  const returns = alike ? shared.flatMap(({ name }) => reasonedBeside(first.procedure, name)) : []
  return [...returns, ...shared.map(({ name, label }) => ({ ...PLAIN, name, label }))]
}

const PLAIN = { tone: 'primary' as const, asksReason: false, usualReasons: [] }

function reasonedBeside(procedure: Row['procedure'], quick: string): Offer[] {
  const { transitions } = tableOf(procedure)
  const steps = transitions.filter(({ name }) => name === quick)
  const reasoned = transitions.filter(
    ({ note, form, through }) => note === 'required' && !form && !through,
  )
  const names = new Set(reasoned.map(({ name }) => name))
  return [...names].flatMap((name) => {
    const beside = steps.map((step) =>
      reasoned.find(
        (row) => row.name === name && same(row.from, step.from) && same(row.by, step.by),
      ),
    )
    const [found] = beside
    if (!found || beside.includes(undefined)) return []
    const usualReasons = [...(found.usualNotes ?? [])]
    return [{ name, label: found.label, tone: 'danger', asksReason: true, usualReasons }]
  })
}

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((each) => others.includes(each))
}
