import type { StudentBrief } from '../../domain/procedures/request'
import type { Documents } from './documents'

/** What a field may be compared with besides a value; made by the functions below. */
export interface Comparison {
  readonly comparison: 'lte' | 'lt' | 'gt' | 'neq' | 'in' | 'startsWith' | 'contains'
  readonly value: string | readonly string[]
}

export const upTo = (value: string): Comparison => ({ comparison: 'lte', value })
export const before = (value: string): Comparison => ({ comparison: 'lt', value })
export const after = (value: string): Comparison => ({ comparison: 'gt', value })
export const otherThan = (value: string): Comparison => ({ comparison: 'neq', value })
export const oneOf = (values: readonly string[]): Comparison => ({
  comparison: 'in',
  value: values,
})
export const contains = (value: string): Comparison => ({ comparison: 'contains', value })
export const startsWith = (value: string): Comparison => ({ comparison: 'startsWith', value })

/** The paths inside documents that we ask for. */
type Path =
  | 'sealed.keyId'
  | 'grants.role'
  | 'deriving.state'
  | `student.${keyof StudentBrief}`
  | `facts.residence.value.${'building' | 'room'}`

/** Fields and paths with what they must be. */
export type Where<Name extends keyof Documents> = {
  [Field in keyof Documents[Name]]?: Documents[Name][Field] | Comparison
} & { [At in Path]?: string | Comparison }

/** What meets several conditions at once, which may be about the same field. */
export interface AllOf<Name extends keyof Documents> {
  readonly allOf: readonly Where<Name>[]
}

export type Condition<Name extends keyof Documents> = Where<Name> | AllOf<Name>

export interface Find<Name extends keyof Documents> {
  /** What must be met; of several, one. */
  where?: Condition<Name> | Condition<Name>[]
  /** The first counts most. */
  orderBy?: [field: keyof Documents[Name] & string, direction: 'asc' | 'desc'][]
  /** 100 unless told otherwise, and never more: for all there are, see `pages.ts`. */
  limit?: number
  skip?: number
}

export function isComparison(wanted: unknown): wanted is Comparison {
  return typeof wanted === 'object' && wanted !== null && 'comparison' in wanted
}
