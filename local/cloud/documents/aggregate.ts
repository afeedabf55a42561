import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import type { Options } from 'mingo/types'
import { requestFailed, unsupported } from '../cloud-error'
import { copyOf, isPlainObject, type Document, type Fields } from './document'
import { loudly, queryContext } from './matcher'
import { accumulators, contextOf, stages, type AccumulatorOperator, type Stage } from './mingo'
import { sorted, type SortOrder } from './value-order'

/** Rows an aggregation answers when it names no `$limit` of its own (reported of the real cloud). */
const DEFAULT_ROWS = 20

/** mingo's options, which remember the document at hand and must be told of each new one. */
type Evaluation = Options & { update(locals: { root: unknown }): Options }

/** A document that lacks the value adds nothing; mingo would add null. */
const skippingMissing =
  (accumulate: AccumulatorOperator): AccumulatorOperator =>
  (documents, expression, options) => {
    const evaluation = options as Evaluation
    const valueIn = (root: unknown): unknown =>
      evalExpr(root, expression, evaluation.update({ root }))
    return accumulate(
      documents.filter((document) => valueIn(document) !== undefined),
      expression,
      options,
    )
  }

/** mingo's stage writes into parts that documents share: with each other, and with the store. */
const onCopies =
  (stage: Stage): Stage =>
  (documents, argument, options) =>
    stage(documents.map(copyOf), argument, options)

const $group: Stage = (documents, spec, options) => {
  for (const [field, expression] of Object.entries(spec as Fields)) {
    const operator = isPlainObject(expression) ? Object.keys(expression)[0] : undefined
    if (field !== '_id' && !(operator && operator in accumulators)) {
      throw requestFailed(`The field '${field}' must be an accumulator object`)
    }
  }
  return stages.$group(documents, spec, options)
}

const $sort: Stage = (documents, argument) => {
  const ways: unknown[] = Object.values(argument as object)
  if (!ways.every((way) => way === 1 || way === -1)) {
    throw unsupported(`$sort by ${JSON.stringify(argument)}`)
  }
  const order = argument as SortOrder
  return documents.transform((all) => Lazy(sorted(all, order)))
}

const $limit: Stage = (documents, rows, options) => {
  if (!(Number(rows) > 0)) throw requestFailed('the limit must be positive')
  return stages.$limit(documents, rows, options)
}

const $count: Stage = (documents, field, options) =>
  documents.transform((all) => (all.length ? stages.$count(Lazy(all), field, options) : Lazy([])))

const $lookup: Stage = (documents, spec, options) => {
  const { as } = spec as { as: string }
  if (as.includes('.')) throw unsupported(`$lookup into the nested field "${as}"`)
  return stages.$lookup(documents, spec, options)
}

interface BucketSpec {
  groupBy: unknown
  boundaries: unknown[]
  default?: unknown
  output?: Fields
}

/** A boundary opens its bucket; mingo puts a value that equals one into the bucket before. */
const $bucket: Stage = (documents, spec, options) => {
  const { groupBy, boundaries, output = { count: { $sum: 1 } }, ...rest } = spec as BucketSpec
  const branches = boundaries.slice(1).map((end, i) => {
    const from = { $gte: [groupBy, boundaries[i]] }
    return { case: { $and: [from, { $lt: [groupBy, end] }] }, then: boundaries[i] }
  })
  const group = { _id: { $switch: { branches, ...rest } }, ...output }
  return $sort($group(documents, group, options), { _id: 1 }, options)
}

/**
 * The stages this cloud answers for. `$out` and `$merge` write, `$geoNear` needs a geo index, and
 * `$bucketAuto` waits for someone to compare it with the real one.
 */
const context = Context.from(
  contextOf({
    accumulator: {
      ...accumulators,
      $push: skippingMissing(accumulators.$push),
      $addToSet: skippingMissing(accumulators.$addToSet),
    },
    pipeline: {
      $addFields: onCopies(stages.$addFields),
      $bucket,
      $count,
      $facet: stages.$facet,
      $group,
      $limit,
      $lookup,
      $match: stages.$match,
      $project: onCopies(stages.$project),
      $replaceRoot: stages.$replaceRoot,
      $sample: stages.$sample,
      $set: onCopies(stages.$set),
      $skip: stages.$skip,
      $sort,
      $sortByCount: stages.$sortByCount,
      $unset: onCopies(stages.$unset),
      $unwind: stages.$unwind,
    },
  }),
  queryContext,
)

/** Where an aggregation takes its documents and its time from. */
export interface AggregationSource {
  find(collection: string, filter: Fields): Document[]
  now: Date
}

/** Runs a pipeline over a collection; at most 20 rows unless the pipeline limits itself. */
export function aggregate(
  collection: string,
  pipeline: Fields[],
  source: AggregationSource,
): unknown[] {
  const limited = pipeline.some((stage) => '$limit' in stage)
  const complete = limited ? pipeline : [...pipeline, { $limit: DEFAULT_ROWS }]
  const aggregator = new Aggregator(withNow(complete, source.now) as Fields[], {
    context,
    scriptEnabled: false,
    collectionResolver: (name) => source.find(name, {}),
  })
  // A first $match can use an index; running it again on what it found changes nothing.
  const first = complete[0]?.$match
  return loudly(() => aggregator.run(source.find(collection, isPlainObject(first) ? first : {})))
}

/** `$$NOW` is the cloud's time; mingo would take the machine's. */
function withNow(value: unknown, now: Date): unknown {
  if (value === '$$NOW') return now
  if (Array.isArray(value)) return value.map((item) => withNow(item, now))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNow(item, now)]))
}
