import { collectionExists, unknownCollection } from '../cloud-error'
import { Collection } from './collection'
import type { IndexDeclaration } from './collection-index'
import type { Document, Fields } from './document'
import type { Change, Journal } from './journal'
import type { Session } from './session'

interface Before {
  version: number
  document: Document | undefined
}

/** A document that an open transaction has changed: wait for `released`, then try again. */
export class LockedByTransaction extends Error {
  constructor(readonly released: Promise<void>) {
    super('The document is locked by a transaction')
  }
}

/** Someone who holds documents changed but not yet committed. */
export interface LockHolder {
  readonly snapshot: number
  readonly released: Promise<void>
  holds(collection: string, id: string): boolean
}

const placeOf = (collection: string, id: string) => `${collection}\n${id}`

/** All committed documents, in memory and in the journal, and what open transactions still see. */
export class Database implements Session {
  readonly #collections = new Map<string, Collection>()
  readonly #history = new Map<string, Before[]>()
  readonly holders = new Set<LockHolder>()
  #version = 0

  constructor(readonly journal: Journal) {
    for (const name of journal.collections()) this.#collections.set(name, new Collection(name))
    for (const { collection, id, document } of journal.changes()) {
      this.collection(collection).put(id, document)
    }
  }

  get version(): number {
    return this.#version
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST, as the real cloud does. */
  collection(name: string): Collection {
    const collection = this.#collections.get(name)
    if (!collection) throw unknownCollection(name)
    return collection
  }

  addCollection(name: string): void {
    if (this.#collections.has(name)) throw collectionExists(name)
    this.journal.addCollection(name)
    this.#collections.set(name, new Collection(name))
  }

  /** Creates the collection when it is missing and brings its indexes up to date. */
  declare(name: string, indexes: readonly IndexDeclaration[]): void {
    if (!this.#collections.has(name)) this.addCollection(name)
    this.collection(name).declareIndexes(indexes)
  }

  get(collection: string, id: string): Document | undefined {
    return this.collection(collection).get(id)
  }

  candidates(collection: string, filter: Fields): Iterable<string> {
    return this.collection(collection).candidates(filter)
  }

  /** A write outside of transactions: throws LockedByTransaction while one holds a document. */
  write(changes: readonly Change[]): void {
    for (const { collection, id } of changes) {
      for (const holder of this.holders) {
        if (holder.holds(collection, id)) throw new LockedByTransaction(holder.released)
      }
    }
    this.commit(changes)
  }

  /** Applies all changes or none: in memory, then for good. Throws E11000. */
  commit(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const undo: Change[] = []
    try {
      for (const { collection, id, document } of changes) {
        const before = this.collection(collection).put(id, document)
        undo.push({ collection, id, document: before })
      }
      for (const { collection, id, document } of changes) {
        if (document) this.collection(collection).refuseDuplicates(id, document)
      }
      this.journal.append(changes)
    } catch (error) {
      for (const { collection, id, document } of undo.reverse()) {
        this.collection(collection).put(id, document)
      }
      throw error
    }
    this.#remember(undo)
  }

  /** The document as it was at `version`. */
  getAt(version: number, collection: string, id: string): Document | undefined {
    const later = this.#laterThan(version, collection, id)
    return later ? later.document : this.get(collection, id)
  }

  changedSince(version: number, collection: string, id: string): boolean {
    return this.#laterThan(version, collection, id) !== undefined
  }

  /** The ids of a collection changed while transactions were open. */
  changedIds(collection: string): string[] {
    const start = placeOf(collection, '')
    return [...this.#history.keys()]
      .filter((place) => place.startsWith(start))
      .map((place) => place.slice(start.length))
  }

  hold(holder: LockHolder): void {
    this.holders.add(holder)
  }

  release(holder: LockHolder): void {
    this.holders.delete(holder)
    if (this.holders.size === 0) this.#history.clear()
  }

  #remember(undo: readonly Change[]): void {
    this.#version++
    if (this.holders.size === 0) return
    for (const { collection, id, document } of undo) {
      const place = placeOf(collection, id)
      const past = this.#history.get(place) ?? []
      past.push({ version: this.#version, document })
      this.#history.set(place, past)
    }
  }

  #laterThan(version: number, collection: string, id: string): Before | undefined {
    return this.#history.get(placeOf(collection, id))?.find((past) => past.version > version)
  }
}
