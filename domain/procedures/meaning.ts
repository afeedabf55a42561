import type { Item } from '../cohort/schema'
import type { Finding } from '../sheet/sheet'
import { stateOf } from './advance'
import { requestKey } from './matter'
import type { RequestBriefs } from './request'
import { tableOf } from './tables'

/**
 * What a student's request means for its item, or null when it means nothing and the facts alone speak.
 * @param found what the facts say; their lines and their source stay
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
  const { lines, total, basis } = found
  return {
    ...state.item,
    reason: says,
    headline: says,
    ...(lines && { lines }),
    ...(total && { total }),
    ...(basis && { basis }),
    explains: state.explains,
  }
}
