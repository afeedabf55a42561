import type { Item } from '../cohort/schema'
import { ROLE_NAMES } from '../roles/people'
import type { Basis, Finding } from '../sheet/sheet'
import { stateOf } from './advance'
import { requestKey } from './matter'
import type { RequestBrief, RequestBriefs } from './request'
import { tableOf } from './tables'
import { whyOf } from './why'

/**
 * What a student's request means for its item, or null when it means nothing and the facts alone speak.
 * @param found what the facts say; their lines stay, and their source while the request has not finished
 */
export function meaningOf(item: Item, requests: RequestBriefs, found: Finding): Finding | null {
  const brief = item.procedure && requests[requestKey(item.procedure, item.code)]
  if (!item.procedure || !brief) return null
  const table = tableOf(item.procedure)
  const own = stateOf(table, brief.state)
  const other = own.asGoodAs?.(found)
  const state = other ? stateOf(table, other) : own
  if (!state.item || (state.yieldsToFacts && found.status === 'done')) return null
  const says = state.says(brief)
  const why = whyOf(table, brief)
  const { lines, total } = found
  const basis = state.item.status === 'done' ? recordOf(brief) : found.basis
  return {
    ...state.item,
    reason: says,
    headline: says,
    ...(why && { why }),
    ...(lines && { lines }),
    ...(total && { total }),
    ...(basis && { basis }),
    explains: state.explains,
  }
}

/** Whoever took the step that finished it has put it on record, at that instant. */
function recordOf({ since, by }: RequestBrief): Basis {
  const who = by === 'student' ? '本人' : ROLE_NAMES[by]
  return { asOf: since, source: `${who}登记`, kind: 'record' }
}
