import type { Documents, OpenTransaction } from '../../cloudfunctions/shared/store'
import { inTransaction, type Transaction } from '../../cloudfunctions/shared/transaction'
import { readerOf } from '../audit/reader'
import { sdkDatabase, type Place } from '../place'

/** The documents of an environment, from outside its functions. */
export interface Database {
  /** All of a collection, in the order of their ids; none of one that is not there. */
  all<Name extends keyof Documents>(collection: Name): Promise<Documents[Name][]>
  /** Whether a collection has any document, or any that matches. */
  hasAny(collection: keyof Documents, where?: Record<string, string>): Promise<boolean>
  /** The functions' own transaction. */
  inTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
}

/** As much of node-sdk's database as is used; the types it comes with are those of another version. */
interface SdkDatabase {
  command: { set(value: unknown): unknown; remove(): unknown }
  collection(name: string): {
    where(where: object): { limit(count: number): { get(): Promise<{ data: unknown[] }> } }
  }
  startTransaction(): Promise<SdkTransaction>
}

interface SdkTransaction {
  collection(name: string): {
    add(data: object): Promise<unknown>
    doc(id: string): {
      get(): Promise<{ data: unknown }>
      set(data: object): Promise<unknown>
      update(data: object): Promise<unknown>
      remove(): Promise<unknown>
    }
  }
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export function databaseAt(place: Place): Database {
  const db = sdkDatabase(place) as unknown as SdkDatabase
  const read = readerOf(place)
  const begin = async (): Promise<OpenTransaction> =>
    operationsOf(await db.startTransaction(), db.command)
  return {
    all: <Name extends keyof Documents>(collection: Name) =>
      orNone(() => read<Documents[Name]>(collection)),
    async hasAny(collection, where = {}) {
      const one = db.collection(collection).where(where).limit(1)
      const found = await orNone(async () => (await one.get()).data)
      return found.length > 0
    },
    inTransaction: (work) => inTransaction(work, begin),
  }
}

/** A collection that has not been made yet has no documents. */
async function orNone<Shape>(read: () => Promise<Shape[]>): Promise<Shape[]> {
  try {
    return await read()
  } catch (error) {
    const { code, message } = Object(error) as { code?: unknown; message?: unknown }
    if (/COLLECTION_NOT_EXIST/.test(`${String(code)} ${String(message)}`)) return []
    throw error
  }
}

function operationsOf(started: SdkTransaction, command: SdkDatabase['command']): OpenTransaction {
  const document = (collection: string, id: string) => started.collection(collection).doc(id)
  return {
    async get<Name extends keyof Documents>(collection: Name, id: string) {
      const { data } = await document(collection, id).get()
      // Its versions answer the document, or a list of it.
      return ([data].flat()[0] ?? null) as Documents[Name] | null
    },
    async insert(collection, data) {
      await started.collection(collection).add(data)
    },
    async replace(collection, { _id, ...data }) {
      await document(collection, _id).set(data)
    },
    async update(collection, id, fields, removed = []) {
      const set = Object.entries(fields).map(([name, value]) => [name, command.set(value)])
      const unset = removed.map((name) => [name, command.remove()])
      await document(collection, id).update(Object.fromEntries([...set, ...unset]) as object)
    },
    async remove(collection, id) {
      await document(collection, id).remove()
    },
    async commit() {
      await started.commit()
    },
    async rollback() {
      await started.rollback()
    },
  }
}
