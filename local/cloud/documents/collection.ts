import { ObjectId } from 'bson'
import { writeFailed } from '../cloud-error'
import { CollectionIndex, type IndexDeclaration } from './collection-index'
import { idKey, isPlainObject, type Document, type Fields } from './document'
import { valueAt } from './paths'

/** The committed documents of one collection, in order of insertion, with their indexes. */
export class Collection {
  readonly #documents = new Map<string, Document>()
  #indexes: CollectionIndex[] = []

  constructor(readonly name: string) {}

  get(id: string): Document | undefined {
    return this.#documents.get(id)
  }

  ids(): Iterable<string> {
    return this.#documents.keys()
  }

  get uniqueIndexes(): CollectionIndex[] {
    return this.#indexes.filter((index) => index.declaration.unique)
  }

  /** Puts, or with undefined removes, a document; answers what stood there before. */
  put(id: string, document: Document | undefined): Document | undefined {
    const before = this.#documents.get(id)
    for (const index of this.#indexes) {
      if (before) index.delete(id, before)
      if (document) index.add(id, document)
    }
    if (document) this.#documents.set(id, document)
    else this.#documents.delete(id)
    return before
  }

  /** Replaces the indexes. Throws E11000 when the documents there are break a unique one. */
  declareIndexes(declarations: readonly IndexDeclaration[]): void {
    this.#indexes = declarations.map((declaration) => new CollectionIndex(declaration))
    for (const [id, document] of this.#documents) {
      for (const index of this.#indexes) index.add(id, document)
    }
    for (const [id, document] of this.#documents) this.refuseDuplicates(id, document)
  }

  /** Throws E11000 when another document holds one of `document`'s unique keys. */
  refuseDuplicates(id: string, document: Document): void {
    for (const index of this.uniqueIndexes) {
      for (const key of index.keysOf(document)) {
        for (const holder of index.idsOf(key)) {
          if (holder !== id) throw duplicateKey(this.name, index, document)
        }
      }
    }
  }

  /** The ids that a filter can match, by `_id` or the index that fits best; all when none does. */
  candidates(filter: Fields): Iterable<string> {
    const byId = wantedIds(filter._id)
    if (byId) return byId
    const best = this.#indexes
      .map((index) => index.lookup(filter))
      .reduce((a, b) => (!a || (b && b.fields > a.fields) ? b : a), undefined)
    return best?.ids ?? this.#documents.keys()
  }
}

function wantedIds(condition: unknown): string[] | undefined {
  if (['string', 'number'].includes(typeof condition) || condition instanceof ObjectId) {
    return [idKey(condition)]
  }
  if (!isPlainObject(condition)) return undefined
  if ('$eq' in condition) return wantedIds(condition.$eq)
  return Array.isArray(condition.$in)
    ? [...new Set(condition.$in.flatMap((id) => wantedIds(id) ?? []))]
    : undefined
}

/** @param index undefined for the collection's own index of `_id` */
export function duplicateKey(collection: string, index: CollectionIndex | undefined, doc: Fields) {
  const paths = index?.paths ?? ['_id']
  const key = paths.map((path) => `: ${JSON.stringify(valueAt(doc, path) ?? null)}`).join(', ')
  return writeFailed(
    `E11000 duplicate key error collection: tnt-local.${collection} index: ${index?.declaration.name ?? '_id_'} dup key: { ${key} }`,
  )
}
