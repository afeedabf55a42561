import { LockedByTransaction, type Database } from './database'
import type { Document, Fields } from './document'
import * as session from './session'
import type { FindOptions } from './session'
import type { Modifier } from './update'

/**
 * The documents for those beside the functions: the seeder and the simulated campus systems. Each
 * write is one SQLite transaction however many documents it takes, and waits for the transactions
 * that hold one of them.
 */
export class Store {
  constructor(private readonly database: Database) {}

  /** The documents that match; all of them unless `limit` says otherwise. Do not change them. */
  find<T = Document>(collection: string, options: FindOptions = {}): T[] {
    return session.find(this.database, collection, options) as T[]
  }

  count(collection: string, filter: Fields = {}): number {
    return session.match(this.database, collection, filter).length
  }

  /** Inserts all or none. Throws DATABASE_REQUEST_FAILED (E11000) on a duplicate key. */
  insert(collection: string, documents: readonly object[]): Promise<unknown[]> {
    return unlocked(() => session.insert(this.database, collection, documents as Fields[]))
  }

  /** Puts whole documents in place by their `_id`, new or not. */
  put<T extends { _id: unknown }>(collection: string, documents: readonly T[]): Promise<void> {
    return unlocked(() => {
      session.put(this.database, collection, documents as readonly object[] as Document[])
    })
  }

  /** Applies update operators to every document that matches; answers how many became different. */
  update(collection: string, filter: Fields, modifier: Modifier): Promise<number> {
    return unlocked(
      () => session.update(this.database, collection, { filter, modifier, multi: true }).updated,
    )
  }

  /** Removes every document that matches; answers how many. */
  remove(collection: string, filter: Fields = {}): Promise<number> {
    return unlocked(() => session.remove(this.database, collection, { filter, multi: true }))
  }
}

/** Does `work`, again and again until no transaction holds what it writes. */
export async function unlocked<T>(work: () => T): Promise<T> {
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (!(error instanceof LockedByTransaction)) throw error
      await error.released
    }
  }
}
