import { Query } from 'mingo/query'
import { CloudError, requestFailed } from '../cloud-error'
import { isPlainObject, same, type Fields } from './document'
import { comparedValues, valuesAt } from './paths'
import { expressionOperators } from './expressions'
import { contextOf, queryOperators, type Predicate, type QueryOperator } from './mingo'

/** Equality: null also means missing, an array matches by itself or by an element. */
const equals = (path: string, wanted: unknown): Predicate => {
  if (wanted === null || wanted === undefined) {
    return (document) => comparedValues(document, path).some((value) => value == null)
  }
  if (wanted instanceof RegExp) {
    return (document) =>
      comparedValues(document, path).some(
        (value) => typeof value === 'string' && wanted.test(value),
      )
  }
  return (document) => comparedValues(document, path).some((value) => same(value, wanted))
}

const list = (operator: string, value: unknown): unknown[] => {
  if (!Array.isArray(value)) throw requestFailed(`${operator} needs an array`)
  return value as unknown[]
}

const among = (path: string, wanted: unknown[]): Predicate => {
  const options = wanted.map((value) => equals(path, value))
  return (document) => options.some((matches) => matches(document))
}

const not =
  (matches: Predicate): Predicate =>
  (document) =>
    !matches(document)

/** `$gte: null` and `$lte: null` hold for null and missing; otherwise mingo's comparison is right. */
const comparison =
  (name: '$gte' | '$lte'): QueryOperator =>
  (path, value, options) =>
    value === null ? equals(path, null) : queryOperators[name](path, value, options)

/** `$all: [1]` also holds for the bare value 1. */
const all: QueryOperator = (path, value, options) => {
  const wanted = list('$all', value)
  if (wanted.some((item) => isPlainObject(item) && '$elemMatch' in item)) {
    return queryOperators.$all(path, wanted, options)
  }
  const each = wanted.map((item) => equals(path, item))
  return (document) => each.length > 0 && each.every((matches) => matches(document))
}

const size: QueryOperator = (path, value) => (document) =>
  valuesAt(document, path).some((found) => Array.isArray(found) && found.length === value)

/** `$or`, `$and` and `$nor` of nothing are refused by MongoDB; mingo lets them pass. */
const logical =
  (name: '$and' | '$or' | '$nor'): QueryOperator =>
  (path, value, options) => {
    if (list(name, value).length === 0) throw requestFailed(`${name} must be a nonempty array`)
    return queryOperators[name](path, value, options)
  }

/** What mingo gets wrong or laxly among MongoDB's query operators, mended. */
const mended: Record<string, QueryOperator> = {
  $eq: equals,
  $ne: (path, value) => not(equals(path, value)),
  $in: (path, value) => among(path, list('$in', value)),
  $nin: (path, value) => not(among(path, list('$nin', value))),
  $gte: comparison('$gte'),
  $lte: comparison('$lte'),
  $all: all,
  $size: size,
  $and: logical('$and'),
  $or: logical('$or'),
  $nor: logical('$nor'),
}

const query = { ...queryOperators, ...mended }

/** What mingo works with in a filter, a projection and an aggregation. */
export const queryContext = contextOf({ query, expression: expressionOperators })

/** Compiles a filter. Throws DATABASE_REQUEST_FAILED, naming it, for an operator it does not know. */
export function matcher(filter: Fields): Predicate {
  const query = loudly(() => new Query(filter, { context: queryContext, scriptEnabled: false }))
  return (document) => loudly(() => query.test(document as Fields))
}

/** Turns mingo's complaints into the cloud's. */
export function loudly<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw requestFailed(error instanceof Error ? error.message : String(error))
  }
}
