import { Context } from 'mingo/core'
import type { Iterator } from 'mingo/lazy'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import type { Options } from 'mingo/types'

/** mingo's operators under four plain types: its own are unions that nothing of ours would satisfy. */
export type QueryOperator = (path: string, value: unknown, options: Options) => Predicate
export type Predicate = (document: unknown) => boolean
export type ExpressionOperator = (document: unknown, operand: unknown, options: Options) => unknown
export type AccumulatorOperator = (
  documents: unknown[],
  operand: unknown,
  options: Options,
) => unknown
export type Stage = (documents: Iterator, argument: unknown, options: Options) => Iterator

type All<Operators, Type> = Record<keyof Operators & string, Type>

export const queryOperators = query as unknown as All<typeof query, QueryOperator>
export const expressionOperators = expression as unknown as All<
  typeof expression,
  ExpressionOperator
>
export const accumulators = accumulator as unknown as All<typeof accumulator, AccumulatorOperator>
export const stages = pipeline as unknown as All<typeof pipeline, Stage>

/** A set of operators for mingo to work with; it knows no others. */
export function contextOf(operators: {
  query?: Record<string, QueryOperator>
  expression?: Record<string, ExpressionOperator>
  accumulator?: Record<string, AccumulatorOperator>
  pipeline?: Record<string, Stage>
}): Context {
  return Context.init({ ...operators, projection })
}
