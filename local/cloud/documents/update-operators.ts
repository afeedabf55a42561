import { unsupported, writeFailed } from '../cloud-error'
import { $addToSet, $pop, $pull, $pullAll, $push } from './array-operators'
import type { Fields } from './document'
import { REMOVED, typeName, UNCHANGED, type FieldOperator } from './field-operator'
import { compareValues } from './value-order'

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
const fieldOperators: Record<string, FieldOperator> = {
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

/** Throws LOCAL_CLOUD_UNSUPPORTED, naming it, for one that is not there. */
export function fieldOperator(name: string): FieldOperator {
  const operator = Object.hasOwn(fieldOperators, name) ? fieldOperators[name] : undefined
  if (!operator) throw unsupported(`the update operator ${name}`)
  return operator
}
