import type { Item } from '../cohort/schema'
import type { StaffRole } from '../roles/people'
import type { FiledCode, ProcedureCode } from './request'

/** Of 部门登记: the item that is registered and the office that does it, as it was at the last step. */
export interface RegisteredItem {
  code: string
  title: string
  registrar: StaffRole
}

/** What a request is about: a procedure, and for 部门登记 also which item. */
export interface Matter {
  procedure: ProcedureCode
  item?: RegisteredItem
}

/** By what a student's document knows a request. */
export type RequestKey = FiledCode | `register:${string}`

/**
 * Items may share one request, as all fees do the thread with finance; what is registered is registered
 * for each item by itself.
 * @param code of the item; counts for 部门登记 alone
 */
export function requestKey(procedure: ProcedureCode, code?: string): RequestKey {
  return procedure === 'register' ? `register:${code ?? ''}` : procedure
}

/** What a request for an item is about; null for an item of which there is none. */
export function matterOf(item: Item): Matter | null {
  const { code, title, procedure, registrar = 'studentAffairs' } = item
  if (!procedure) return null
  return { procedure, ...(procedure === 'register' && { item: { code, title, registrar } }) }
}
