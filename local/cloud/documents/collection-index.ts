import { encode } from './ejson'
import { isPlainObject, type Fields } from './document'
import { comparedValues } from './paths'

export interface IndexDeclaration {
  name: string
  keys: Record<string, 1 | -1>
  unique?: boolean
  sparse?: boolean
}

/** Where documents with equal keys are found: for a whole key and for each of its beginnings. */
export class CollectionIndex {
  readonly #ids = new Map<string, Set<string>>()
  readonly paths: readonly string[]

  constructor(readonly declaration: IndexDeclaration) {
    this.paths = Object.keys(declaration.keys)
  }

  add(id: string, document: Fields): void {
    for (const key of this.#keysAndBeginnings(document)) {
      const ids = this.#ids.get(key)
      if (ids) ids.add(id)
      else this.#ids.set(key, new Set([id]))
    }
  }

  delete(id: string, document: Fields): void {
    for (const key of this.#keysAndBeginnings(document)) {
      const ids = this.#ids.get(key)
      ids?.delete(id)
      if (ids?.size === 0) this.#ids.delete(key)
    }
  }

  idsOf(key: string): Iterable<string> {
    return this.#ids.get(key) ?? []
  }

  /**
   * The keys a document stands under: several when a field is an array. A missing field counts as
   * null, but a sparse index leaves out a document that has none of the fields, as MongoDB does.
   */
  keysOf(document: Fields): string[] {
    return this.#valueLists(document).map(encode)
  }

  /** The ids a filter can match by equality or `$in` on this index's first fields, if it has such. */
  lookup(filter: Fields): { ids: Set<string>; fields: number } | undefined {
    const wanted: unknown[][] = []
    for (const path of this.paths) {
      const values = equalities(filter[path])
      if (!values || (this.declaration.sparse && values.includes(null))) break
      wanted.push(values)
    }
    if (wanted.length === 0) return undefined
    const ids = combinations(wanted).flatMap((values) => [...this.idsOf(encode(values))])
    return { ids: new Set(ids), fields: wanted.length }
  }

  #valueLists(document: Fields): unknown[][] {
    const values = this.paths.map((path) => comparedValues(document, path))
    const missing = values.every((found) => found.every((value) => value === undefined))
    if (this.declaration.sparse && missing) return []
    return combinations(values.map((found) => (found.length ? found : [undefined]))).map((list) =>
      list.map((value) => value ?? null),
    )
  }

  #keysAndBeginnings(document: Fields): Set<string> {
    return new Set(
      this.#valueLists(document).flatMap((values) =>
        values.map((_, i) => encode(values.slice(0, i + 1))),
      ),
    )
  }
}

function combinations(lists: readonly unknown[][]): unknown[][] {
  return lists.reduce<unknown[][]>(
    (heads, list) => heads.flatMap((head) => list.map((value) => [...head, value])),
    [[]],
  )
}

/** The scalars that a condition demands, when it demands some. */
function equalities(condition: unknown): unknown[] | undefined {
  if (isScalar(condition)) return [condition]
  if (!isPlainObject(condition)) return undefined
  if ('$eq' in condition && isScalar(condition.$eq)) return [condition.$eq]
  const among = condition.$in
  return Array.isArray(among) && among.every(isScalar) ? (among as unknown[]) : undefined
}

const isScalar = (value: unknown) =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date
