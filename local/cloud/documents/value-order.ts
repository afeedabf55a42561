import { ObjectId } from 'bson'
import { isPlainObject } from './document'
import { comparedValues, valuesAt } from './paths'

export type SortOrder = Record<string, 1 | -1>

/** The order of types in MongoDB: missing and null are lowest, patterns highest. */
function rank(value: unknown): number {
  if (value === undefined || value === null) return 1
  if (typeof value === 'number' || typeof value === 'bigint') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (value instanceof ObjectId) return 7
  if (typeof value === 'boolean') return 8
  if (value instanceof Date) return 9
  return isPlainObject(value) ? 4 : 11
}

/** Compares any two values in MongoDB's order: negative, zero or positive. */
export function compareValues(a: unknown, b: unknown): number {
  const types = rank(a) - rank(b)
  if (types !== 0) return types
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isPlainObject(a) && isPlainObject(b)) {
    return compareLists(Object.entries(a).flat(), Object.entries(b).flat())
  }
  return compareScalars(scalar(a), scalar(b))
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareValues(a[i], b[i])
    if (order !== 0) return order
  }
  return a.length - b.length
}

function scalar(value: unknown): number | string {
  if (value === null || value === undefined) return 0
  if (typeof value === 'string') return value
  if (value instanceof Date || typeof value !== 'object') return Number(value)
  // ObjectIds and regular expressions; the rest has been told apart by its type before.
  return (value as { toString(): string }).toString()
}

function compareScalars(a: number | string, b: number | string): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : a > b ? 1 : 0
}

/** A sorted copy. Among the elements of an array the least counts, or the greatest when descending. */
export function sorted<T>(documents: readonly T[], order: SortOrder): T[] {
  const fields = Object.entries(order)
  return documents
    .map((document) => ({ document, keys: fields.map(([path, way]) => key(document, path, way)) }))
    .sort((a, b) => {
      for (const [i, [, way]] of fields.entries()) {
        const order = compareValues(a.keys[i], b.keys[i]) * way
        if (order !== 0) return order
      }
      return 0
    })
    .map(({ document }) => document)
}

function key(document: unknown, path: string, way: 1 | -1): unknown {
  const direct = valuesAt(document, path)
  if (direct.length === 1 && !Array.isArray(direct[0])) return direct[0]
  const elements = comparedValues(document, path).filter((value) => !Array.isArray(value))
  return elements.reduce(
    (best, value) => (compareValues(value, best) * way < 0 ? value : best),
    elements[0],
  )
}
