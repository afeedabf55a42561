import { duplicateKey } from './collection'
import { copyOf, idKey, newId, type Document, type Fields } from './document'
import type { Change } from './journal'
import { matcher } from './matcher'
import { project } from './project'
import { updated, type Modifier } from './update'
import { sorted, type SortOrder } from './value-order'

/** What an operation reads and writes through: the committed documents, or one transaction's view. */
export interface Session {
  get(collection: string, id: string): Document | undefined
  /** The ids of documents that may match. */
  candidates(collection: string, filter: Fields): Iterable<string>
  write(changes: readonly Change[]): void
}

export interface FindOptions {
  filter?: Fields
  order?: SortOrder
  skip?: number
  limit?: number
  /** `{ name: 1 }` or `{ secret: 0 }` */
  projection?: Fields
}

/** The documents that match, frozen in no way: callers must not change them. */
export function find(session: Session, collection: string, options: FindOptions = {}): Document[] {
  const { order, skip = 0, limit = Infinity, projection } = options
  const matching = match(session, collection, options.filter)
  const page = (order ? sorted(matching, order) : matching).slice(skip, skip + limit)
  return (projection ? project(page, projection) : page) as Document[]
}

export function match(session: Session, collection: string, filter: Fields = {}): Document[] {
  const matches = matcher(filter)
  const found: Document[] = []
  for (const id of session.candidates(collection, filter)) {
    const document = session.get(collection, id)
    if (document && matches(document)) found.push(document)
  }
  return found
}

/** Inserts all or none and answers their ids. Throws E11000. */
export function insert(session: Session, collection: string, documents: Fields[]): unknown[] {
  const changes = new Map<string, Change>()
  for (const fields of documents) {
    const document = { _id: newId(), ...copyOf(fields) }
    const id = idKey(document._id)
    if (changes.has(id) || session.get(collection, id)) {
      throw duplicateKey(collection, undefined, document)
    }
    changes.set(id, { collection, id, document })
  }
  session.write([...changes.values()])
  return [...changes.values()].map(({ document }) => document?._id)
}

export interface UpdateResult {
  /** How many documents became different. */
  updated: number
  /** The one document found, after the update. */
  document: Document | undefined
}

/** Changes the documents that match, or with `multi: false` the first of them. */
export function update(
  session: Session,
  collection: string,
  options: { filter?: Fields; modifier: Modifier; multi: boolean },
): UpdateResult {
  const { filter = {}, modifier, multi } = options
  const found = match(session, collection, filter).slice(0, multi ? undefined : 1)
  const changes = found.map((before) => ({ before, after: updated(before, modifier, filter) }))
  const different = changes.filter(({ before, after }) => after !== before)
  session.write(different.map(({ after }) => replacing(collection, after)))
  return { updated: different.length, document: changes[0]?.after }
}

/** Puts whole documents in place, new or not. */
export function put(session: Session, collection: string, documents: Document[]): void {
  const changes = documents.map((document) => replacing(collection, copyOf(document)))
  session.write([...new Map(changes.map((change) => [change.id, change])).values()])
}

/** Removes the documents that match, or with `multi: false` the first of them; answers how many. */
export function remove(
  session: Session,
  collection: string,
  options: { filter?: Fields; multi: boolean },
): number {
  const found = match(session, collection, options.filter).slice(0, options.multi ? undefined : 1)
  session.write(found.map(({ _id }) => ({ collection, id: idKey(_id), document: undefined })))
  return found.length
}

const replacing = (collection: string, document: Document): Change => ({
  collection,
  id: idKey(document._id),
  document,
})
