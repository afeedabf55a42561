import { transactionConflict } from '../cloud-error'
import { duplicateKey } from './collection'
import type { CollectionIndex } from './collection-index'
import type { Database, LockHolder } from './database'
import type { Document, Fields } from './document'
import type { Change } from './journal'
import type { Session } from './session'

/**
 * Snapshot isolation, first writer wins: reads see the documents as they were at the start plus the
 * transaction's own writes; a write to a document that someone else changed since, or is changing,
 * is a conflict.
 */
export class Transaction implements Session, LockHolder {
  readonly snapshot: number
  readonly released: Promise<void>
  readonly #writes = new Map<string, Change>()
  #release: () => void = () => undefined

  constructor(readonly database: Database) {
    this.snapshot = database.version
    this.released = new Promise((resolve) => (this.#release = resolve))
    database.hold(this)
  }

  get(collection: string, id: string): Document | undefined {
    const own = this.#writes.get(`${collection}\n${id}`)
    return own ? own.document : this.database.getAt(this.snapshot, collection, id)
  }

  candidates(collection: string, filter: Fields): Set<string> {
    const own = [...this.#writes.values()].filter((change) => change.collection === collection)
    return new Set([
      ...this.database.candidates(collection, filter),
      ...this.database.changedIds(collection),
      ...own.map(({ id }) => id),
    ])
  }

  holds(collection: string, id: string): boolean {
    return this.#writes.has(`${collection}\n${id}`)
  }

  /** Notes changes for the commit. Throws a conflict, or E11000. */
  write(changes: readonly Change[]): void {
    for (const change of changes) {
      this.#refuseConflict(change)
      if (change.document) this.#refuseDuplicates(change, change.document)
      this.#writes.set(`${change.collection}\n${change.id}`, change)
    }
  }

  /** Makes the writes visible and lasting, all at once; the transaction is over in any case. */
  commit(): void {
    try {
      this.database.commit([...this.#writes.values()])
    } finally {
      this.abort()
    }
  }

  abort(): void {
    this.#writes.clear()
    this.database.release(this)
    this.#release()
  }

  #refuseConflict({ collection, id }: Change): void {
    if (this.database.changedSince(this.snapshot, collection, id)) throw transactionConflict()
    for (const holder of this.database.holders) {
      if (holder !== this && holder.holds(collection, id)) throw transactionConflict()
    }
  }

  #refuseDuplicates({ collection, id }: Change, document: Document): void {
    for (const index of this.database.collection(collection).uniqueIndexes) {
      const keys = new Set(index.keysOf(document))
      const committed = [...keys].flatMap((key) => [...index.idsOf(key)])
      if (
        committed.some((holder) => holder !== id && !this.holds(collection, holder)) ||
        this.#writesKey(collection, id, index, keys)
      ) {
        throw duplicateKey(collection, index, document)
      }
      for (const other of this.database.holders) {
        if (other instanceof Transaction && other !== this) {
          if (other.#writesKey(collection, id, index, keys)) throw transactionConflict()
        }
      }
    }
  }

  /** Whether a document other than `id`, changed here, stands under one of the keys. */
  #writesKey(collection: string, id: string, index: CollectionIndex, keys: Set<string>): boolean {
    return [...this.#writes.values()].some(
      (own) =>
        own.collection === collection &&
        own.id !== id &&
        own.document !== undefined &&
        index.keysOf(own.document).some((key) => keys.has(key)),
    )
  }
}
