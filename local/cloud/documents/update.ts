import { unsupported, writeFailed } from '../cloud-error'
import { copyOf, isPlainObject, same, type Document, type Fields } from './document'
import { matcher } from './matcher'
import { assign, unassign, valueAt } from './paths'
import { REMOVED, UNCHANGED } from './field-operator'
import { fieldOperator } from './update-operators'

/** `{ $set: { 'a.b': 1 }, $inc: { n: 2 } }` */
export type Modifier = Record<string, Fields>

interface Step {
  operator: string
  path: string
  operand: unknown
}

/**
 * The document after `modifier`; the same object when nothing changed. `condition` is the filter that
 * found it: the positional `$` needs it. Throws DATABASE_REQUEST_FAILED with MongoDB's reasons.
 */
export function updated(document: Document, modifier: Modifier, condition: Fields = {}): Document {
  const steps = stepsOf(modifier).flatMap((step) => concrete(document, step, condition))
  refuseConflicts(steps)
  const next = copyOf(document)
  for (const step of steps) take(step, next)
  return same(next, document) ? document : next
}

function stepsOf(modifier: Modifier): Step[] {
  return Object.entries(modifier).flatMap(([operator, fields]) => {
    if (!operator.startsWith('$') || !isPlainObject(fields)) {
      throw writeFailed(`the update operation document must contain atomic operators: ${operator}`)
    }
    return Object.entries(fields).map(([path, operand]) => ({ operator, path, operand }))
  })
}

function take({ operator, path, operand }: Step, document: Document): void {
  if (operator === '$rename') {
    rename(document, path, String(operand))
    return
  }
  const field = { path, documentId: document._id }
  const value = fieldOperator(operator)(valueAt(document, path), operand, field)
  if (value === REMOVED) unassign(document, path)
  else if (value !== UNCHANGED) assign(document, path, copyOf(value), writeFailed)
}

function rename(document: Document, from: string, to: string): void {
  const value = valueAt(document, from)
  if (value === undefined) return
  unassign(document, from)
  assign(document, to, value, writeFailed)
}

/** MongoDB changes no path twice in one update, and never the `_id`. */
function refuseConflicts(steps: Step[]): void {
  const paths = steps.flatMap(({ operator, path, operand }) =>
    operator === '$rename' ? [path, String(operand)] : [path],
  )
  for (const [i, path] of paths.entries()) {
    if (path === '_id' || path.startsWith('_id.')) {
      throw writeFailed(
        `Performing an update on the path '${path}' would modify the immutable field '_id'`,
      )
    }
    const clash = paths.slice(0, i).find((other) => overlap(path, other))
    if (clash)
      throw writeFailed(`Updating the path '${path}' would create a conflict at '${clash}'`)
  }
}

const overlap = (a: string, b: string) => `${a}.`.startsWith(`${b}.`) || `${b}.`.startsWith(`${a}.`)

/** Turns `items.$.done` and `items.$[].done` into paths with numbers. */
function concrete(document: Document, step: Step, condition: Fields): Step[] {
  const segments = step.path.split('.')
  const position = segments.findIndex((segment) => segment.startsWith('$'))
  if (position < 0) return [step]
  const head = segments.slice(0, position).join('.')
  const array = valueAt(document, head)
  if (!Array.isArray(array)) {
    throw writeFailed(
      `The path '${head}' must exist in the document in order to apply array updates`,
    )
  }
  return positions(array, segments[position] ?? '', head, condition).flatMap((index) => {
    const path = [head, index, ...segments.slice(position + 1)].join('.')
    return concrete(document, { ...step, path }, condition)
  })
}

function positions(array: unknown[], sign: string, head: string, condition: Fields): number[] {
  if (sign === '$[]') return [...array.keys()]
  if (sign !== '$') throw unsupported(`array filters (${head}.${sign})`)
  const about = Object.entries(condition).filter(
    ([path]) => path === head || path.startsWith(`${head}.`),
  )
  const matches = matcher(Object.fromEntries(about))
  const index = array.findIndex((element) => matches(nested(head, [element])))
  if (!about.length || index < 0) {
    throw writeFailed('The positional operator did not find the match needed from the query.')
  }
  return [index]
}

function nested(path: string, value: unknown): Fields {
  const document: Fields = {}
  assign(document, path, value, writeFailed)
  return document
}
