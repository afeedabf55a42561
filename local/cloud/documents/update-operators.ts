import { unsupported, writeFailed } from '../cloud-error'
import { isPlainObject, same, type Fields } from './document'
import { matcher } from './matcher'
import { compareValues, sorted, type SortOrder } from './value-order'

/** Answers the new value of a field, or `UNCHANGED`. `current` is undefined when it is missing. */
export type FieldOperator = (current: unknown, operand: unknown, field: Field) => unknown

/** Where an operator works, for the words of a refusal. */
export interface Field {
  path: string
  documentId: unknown
}

export const UNCHANGED = Symbol('unchanged')
export const REMOVED = Symbol('removed')

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return value instanceof Date ? 'date' : typeof value
}

const arithmetic =
  (
    name: string,
    verb: string,
    apply: (current: number, operand: number) => number,
  ): FieldOperator =>
  (current = 0, operand, { path, documentId }) => {
    if (typeof operand !== 'number') {
      throw writeFailed(
        `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
      )
    }
    if (typeof current !== 'number') {
      throw writeFailed(
        `Cannot apply ${name} to a value of non-numeric type. {_id: ${JSON.stringify(documentId)}} has the field '${path.split('.').pop()}' of non-numeric type ${typeName(current)}`,
      )
    }
    return apply(current, operand)
  }

/** The array to work on, or undefined when the field is missing. */
function arrayIn(current: unknown, { path, documentId }: Field): unknown[] | undefined {
  if (current === undefined || Array.isArray(current)) return current
  throw writeFailed(
    `The field '${path}' must be an array but is of type ${typeName(current)} in document {_id: ${JSON.stringify(documentId)}}`,
  )
}

function listOf(operand: unknown, operator: string): unknown[] {
  if (Array.isArray(operand)) return operand
  throw writeFailed(
    `The argument to ${operator} must be an array but was of type ${typeName(operand)}`,
  )
}

const eachOf = (operand: unknown, operator: string): unknown[] =>
  isPlainObject(operand) && '$each' in operand
    ? listOf(operand.$each, `$each in ${operator}`)
    : [operand]

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort'])

const $push: FieldOperator = (current, operand, field) => {
  const array = [...(arrayIn(current, field) ?? [])]
  const modifiers: Fields = isPlainObject(operand) && '$each' in operand ? operand : {}
  for (const name of Object.keys(modifiers)) {
    if (!pushModifiers.has(name)) throw writeFailed(`Unrecognized clause in $push: ${name}`)
  }
  const { $position, $slice, $sort } = modifiers
  array.splice(integer($position, '$position') ?? array.length, 0, ...eachOf(operand, '$push'))
  return sliced($sort === undefined ? array : sortedElements(array, $sort), $slice)
}

function integer(value: unknown, name: string): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value as number | undefined
  throw writeFailed(`The value for ${name} must be an integer value`)
}

function sortedElements(array: unknown[], order: unknown): unknown[] {
  if (order === 1 || order === -1) return array.sort((a, b) => compareValues(a, b) * order)
  if (isPlainObject(order)) return sorted(array, order as SortOrder)
  throw writeFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field: 1/-1}')
}

function sliced(array: unknown[], slice: unknown): unknown[] {
  const count = integer(slice, '$slice')
  if (count === undefined) return array
  return count < 0 ? array.slice(count) : array.slice(0, count)
}

const $addToSet: FieldOperator = (current, operand, field) => {
  const set = [...(arrayIn(current, field) ?? [])]
  for (const value of eachOf(operand, '$addToSet')) {
    if (!set.some((element) => same(element, value))) set.push(value)
  }
  return set
}

/** A condition on an element: operators, a value, or the fields that an element must have. */
function elementTest(condition: unknown): (element: unknown) => boolean {
  if (isPlainObject(condition) && !Object.keys(condition).some((key) => key.startsWith('$'))) {
    const matches = matcher(condition)
    return (element) => isPlainObject(element) && matches(element)
  }
  const matches = matcher({ element: condition })
  return (element) => matches({ element })
}

const $pull: FieldOperator = (current, condition, field) => {
  const pulled = elementTest(condition)
  return arrayIn(current, field)?.filter((element) => !pulled(element)) ?? UNCHANGED
}

const $pullAll: FieldOperator = (current, operand, field) => {
  const values = listOf(operand, '$pullAll')
  const kept = (element: unknown) => !values.some((value) => same(value, element))
  return arrayIn(current, field)?.filter(kept) ?? UNCHANGED
}

const $pop: FieldOperator = (current, end, field) => {
  if (end !== 1 && end !== -1) throw writeFailed('$pop expects 1 or -1')
  const array = arrayIn(current, field)
  return array ? (end === 1 ? array.slice(0, -1) : array.slice(1)) : UNCHANGED
}

const $bit: FieldOperator = (current = 0, operand, { path }) => {
  if (!Number.isInteger(current)) {
    throw writeFailed(
      `Cannot apply $bit to a value of non-integral type ${typeName(current)}: ${path}`,
    )
  }
  const calculations: Record<string, (a: number, b: number) => number> = {
    and: (a, b) => a & b,
    or: (a, b) => a | b,
    xor: (a, b) => a ^ b,
  }
  return Object.entries(operand as Fields).reduce((value, [name, bits]) => {
    const calculate = calculations[name]
    if (!calculate || !Number.isInteger(bits))
      throw writeFailed(`The $bit modifier is invalid: ${name}`)
    return calculate(value, bits as number)
  }, current as number)
}

const replaceWhen =
  (better: (order: number) => boolean): FieldOperator =>
  (current, operand) =>
    current === undefined || better(compareValues(operand, current)) ? operand : UNCHANGED

/**
 * MongoDB's update operators, all that `db.command` can send. Our own and not mingo's, which silently
 * skips what MongoDB refuses and loses values ($addToSet to a list with a repeated element, $sort and
 * $slice of a new list, …).
 */
export const fieldOperators: Record<string, FieldOperator> = {
  $set: (_, operand) => operand,
  $unset: (current) => (current === undefined ? UNCHANGED : REMOVED),
  $inc: arithmetic('$inc', 'increment', (current, operand) => current + operand),
  $mul: arithmetic('$mul', 'multiply', (current, operand) => current * operand),
  $min: replaceWhen((order) => order < 0),
  $max: replaceWhen((order) => order > 0),
  $bit,
  $push,
  $addToSet,
  $pull,
  $pullAll,
  $pop,
}

export function fieldOperator(name: string): FieldOperator {
  const operator = Object.hasOwn(fieldOperators, name) ? fieldOperators[name] : undefined
  if (!operator) throw unsupported(`the update operator ${name}`)
  return operator
}
