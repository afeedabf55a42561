import { Database } from './database'
import { Journal } from './journal'
import { Store } from './store'

/** Documents kept in a folder of their own, for what stands beside the cloud. */
export interface OpenStore {
  readonly store: Store
  close(): void
}

/** @param fresh empties it first */
export function openStore(
  folder: string,
  collections: readonly string[],
  fresh = false,
): OpenStore {
  const journal = new Journal(folder)
  if (fresh) journal.clear()
  const database = new Database(journal)
  for (const name of collections) database.declare(name, [])
  return { store: new Store(database), close: () => journal.close() }
}
