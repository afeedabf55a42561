import { randomBytes } from 'node:crypto'
import { ObjectId } from 'bson'
import { encode } from './ejson'

/** A stored document. It is never changed in place: a write puts a new object in its place. */
export interface Document {
  _id: unknown
  [field: string]: unknown
}

export type Fields = Record<string, unknown>

/** An id as CloudBase makes them: 32 hexadecimal digits. */
export const newId = () => randomBytes(16).toString('hex')

/** One text per distinct `_id`: the string "1" and the number 1 are two ids. */
export const idKey = (id: unknown) => encode(id)

export const isPlainObject = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  !(value instanceof ObjectId)

/** A deep copy; dates, patterns and object ids are immutable here and shared. */
export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)])) as T
}

/** Equality as MongoDB sees it: an object's fields must also stand in the same order. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return Number.isNaN(a) && Number.isNaN(b)
  }
  return encode(a) === encode(b)
}
