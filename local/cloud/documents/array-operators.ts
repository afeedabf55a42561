import { writeFailed } from '../cloud-error'
import { isPlainObject, same, type Fields } from './document'
import { typeName, UNCHANGED, type Field, type FieldOperator } from './field-operator'
import { matcher } from './matcher'
import { compareValues, sorted, type SortOrder } from './value-order'

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

export const $push: FieldOperator = (current, operand, field) => {
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

export const $addToSet: FieldOperator = (current, operand, field) => {
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

export const $pull: FieldOperator = (current, condition, field) => {
  const pulled = elementTest(condition)
  return arrayIn(current, field)?.filter((element) => !pulled(element)) ?? UNCHANGED
}

export const $pullAll: FieldOperator = (current, operand, field) => {
  const values = listOf(operand, '$pullAll')
  const kept = (element: unknown) => !values.some((value) => same(value, element))
  return arrayIn(current, field)?.filter(kept) ?? UNCHANGED
}

export const $pop: FieldOperator = (current, end, field) => {
  if (end !== 1 && end !== -1) throw writeFailed('$pop expects 1 or -1')
  const array = arrayIn(current, field)
  return array ? (end === 1 ? array.slice(0, -1) : array.slice(1)) : UNCHANGED
}
