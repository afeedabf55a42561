import { evalExpr } from 'mingo/core'
import { requestFailed } from '../cloud-error'
import { compareValues } from './value-order'
import { same } from './document'
import { expressionOperators as ofMingo, type ExpressionOperator } from './mingo'

/** mingo compares unequal types as never less nor greater; MongoDB has one order over all values. */
const comparing =
  <T>(name: string, judge: (a: unknown, b: unknown) => T): ExpressionOperator =>
  (document, operands, options) => {
    if (!Array.isArray(operands) || operands.length !== 2) {
      throw requestFailed(`Expression ${name} takes exactly 2 arguments`)
    }
    const [a, b] = operands.map((operand) => evalExpr(document, operand, options))
    return judge(a, b)
  }

/** In an expression, unlike in a query, a missing value is less than null. */
const order = (a: unknown, b: unknown) =>
  a == null && b == null ? Number(b === undefined) - Number(a === undefined) : compareValues(a, b)

/** MongoDB refuses `$size` of what is not an array; mingo answers null. */
const size: ExpressionOperator = (document, operand, options) => {
  const value: unknown = evalExpr(document, operand, options)
  if (!Array.isArray(value)) throw requestFailed('The argument to $size must be an array')
  return value.length
}

const NO_BRANCH = Symbol('no branch')

/** Without a default MongoDB refuses a value that no branch takes; mingo lets the field vanish. */
const choose: ExpressionOperator = (document, spec, options) => {
  const otherwise = { default: { $literal: NO_BRANCH } }
  const chosen = ofMingo.$switch(document, { ...otherwise, ...(spec as object) }, options)
  if (chosen !== NO_BRANCH) return chosen
  throw requestFailed('$switch could not find a matching branch, and no default was specified')
}

/** mingo's expression operators, with those mended that differ from MongoDB. */
export const expressionOperators: Record<string, ExpressionOperator> = {
  ...ofMingo,
  $eq: comparing('$eq', (a, b) => same(a, b)),
  $ne: comparing('$ne', (a, b) => !same(a, b)),
  $gt: comparing('$gt', (a, b) => order(a, b) > 0),
  $gte: comparing('$gte', (a, b) => order(a, b) >= 0),
  $lt: comparing('$lt', (a, b) => order(a, b) < 0),
  $lte: comparing('$lte', (a, b) => order(a, b) <= 0),
  $cmp: comparing('$cmp', (a, b) => Math.sign(order(a, b))),
  $size: size,
  $switch: choose,
}
