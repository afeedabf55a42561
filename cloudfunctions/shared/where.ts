import type { Documents } from './documents'

/** What a field may be compared with besides a value; made by the functions below. */
export interface Comparison {
  readonly comparison: 'lte' | 'gt' | 'neq'
  readonly value: string
}

export const upTo = (value: string): Comparison => ({ comparison: 'lte', value })
export const after = (value: string): Comparison => ({ comparison: 'gt', value })
export const otherThan = (value: string): Comparison => ({ comparison: 'neq', value })

/** Fields, and the one path we ask for, with what they must be. */
export type Where<Name extends keyof Documents> = {
  [Field in keyof Documents[Name]]?: Documents[Name][Field] | Comparison
} & { 'sealed.keyId'?: string | Comparison }

export interface Find<Name extends keyof Documents> {
  where?: Where<Name>
  orderBy?: [field: keyof Documents[Name] & string, direction: 'asc' | 'desc']
  /** 100 unless told otherwise, and never more: for all there are, see `pages.ts`. */
  limit?: number
  skip?: number
}

export function isComparison(wanted: unknown): wanted is Comparison {
  return typeof wanted === 'object' && wanted !== null && 'comparison' in wanted
}
