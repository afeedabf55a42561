import { isPlainObject, type Fields } from './document'

/** Only a document's own fields: `constructor` and `__proto__` are names like any other. */
const fieldOf = (document: Fields, name: string): unknown =>
  Object.hasOwn(document, name) ? document[name] : undefined

const isIndex = (segment: string) => /^\d+$/.test(segment)

/** The value at a dotted path, walking objects and numbered array elements only. */
export function valueAt(document: unknown, path: string): unknown {
  let value = document
  for (const segment of path.split('.')) {
    if (Array.isArray(value) && isIndex(segment)) value = value[Number(segment)]
    else if (isPlainObject(value)) value = fieldOf(value, segment)
    else return undefined
  }
  return value
}

/**
 * Every value that a query on `path` looks at: MongoDB walks into the objects of an array, and a
 * missing field counts as `undefined`.
 */
export function valuesAt(document: unknown, path: string): unknown[] {
  return walk(document, path.split('.'))
}

function walk(value: unknown, segments: readonly string[]): unknown[] {
  const [segment, ...rest] = segments
  if (segment === undefined) return [value]
  if (isPlainObject(value)) return walk(fieldOf(value, segment), rest)
  if (!Array.isArray(value)) return [undefined]
  const numbered = isIndex(segment) && Number(segment) < value.length
  return [
    ...(numbered ? walk(value[Number(segment)], rest) : []),
    ...value.filter(isPlainObject).flatMap((element) => walk(element, segments)),
  ]
}

/** The values at `path` with arrays opened: what an index holds and what equality compares. */
export function comparedValues(document: unknown, path: string): unknown[] {
  return valuesAt(document, path).flatMap((value) =>
    Array.isArray(value) ? [...(value as unknown[]), value] : [value],
  )
}

/**
 * Puts `value` at `path`, making the objects on the way. Throws what `refuse` makes of MongoDB's
 * reason when something on the way cannot hold a field.
 */
export function assign(
  document: Fields,
  path: string,
  value: unknown,
  refuse: (reason: string) => Error,
): void {
  const segments = path.split('.')
  let parent: unknown = document
  segments.forEach((segment, depth) => {
    if (!segment) throw refuse(`The update path '${path}' contains an empty field name`)
    if (!canHold(parent, segment)) {
      const element = `${segments[depth - 1]}: ${JSON.stringify(parent)}`
      throw refuse(`Cannot create field '${segment}' in element {${element}}`)
    }
    const child = fieldOf(parent, segment)
    if (depth === segments.length - 1) put(parent, segment, value)
    else parent = child === undefined ? put(parent, segment, {}) : child
  })
}

const canHold = (parent: unknown, segment: string): parent is Fields =>
  isPlainObject(parent) || (Array.isArray(parent) && isIndex(segment))

function put(parent: Fields, segment: string, value: unknown): unknown {
  // MongoDB fills the gap before a far array element with nulls.
  if (Array.isArray(parent)) while (parent.length < Number(segment)) parent.push(null)
  // An own property even when the field is called __proto__.
  Object.defineProperty(parent, segment, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
  return value
}

/** Removes the field at `path`; an array element becomes null, as MongoDB does. */
export function unassign(document: Fields, path: string): void {
  const segments = path.split('.')
  const last = segments.pop()
  const parent = segments.length ? valueAt(document, segments.join('.')) : document
  if (last === undefined) return
  if (Array.isArray(parent)) {
    if (isIndex(last) && Number(last) < parent.length) parent[Number(last)] = null
  } else if (isPlainObject(parent)) Reflect.deleteProperty(parent, last)
}
