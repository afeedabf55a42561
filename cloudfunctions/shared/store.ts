import cloud from 'wx-server-sdk'
import type { Documents } from './documents'
import type { SdkDatabase, SdkTransaction } from './sdk-types'
import type { Transaction } from './transaction'
import { isComparison, type Find, type Where } from './where'

export type { Documents } from './documents'

/** A started transaction; `commit` or `rollback` ends it, and so does any error of an operation. */
export interface OpenTransaction extends Transaction {
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** More than the classes or buildings of any school; an aggregate gives 20 rows unless told. */
const MOST_VALUES = 1000

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as unknown as cloud.ICloudConfig)
// Without `throwOnNotFound: false` a missing document is an error that quotes its id.
const db = cloud.database({ throwOnNotFound: false } as object) as unknown as SdkDatabase

/** As many documents as any CloudBase answers at once. */
const PAGE = 100

/** The one way to the database: a thin typed face of the SDK. Each call is one request. */
export const store = {
  async findOne<Name extends keyof Documents>(
    collection: Name,
    where: Where<Name>,
  ): Promise<Documents[Name] | null> {
    const [found] = await store.find(collection, { where, limit: 1 })
    return found ?? null
  },

  async find<Name extends keyof Documents>(
    collection: Name,
    { where = {}, orderBy, limit = PAGE, skip = 0 }: Find<Name>,
  ): Promise<Documents[Name][]> {
    const matching = db.collection(collection).where(condition(where))
    const ordered = orderBy ? matching.orderBy(...orderBy) : matching
    const page = skip > 0 ? ordered.skip(skip) : ordered
    return (await page.limit(limit).get()).data as Documents[Name][]
  },

  /**
   * The texts that a field has in a collection, in order.
   * @param field dotted path; documents without it do not count
   */
  async distinct(collection: keyof Documents, field: string): Promise<string[]> {
    const grouped = db
      .collection(collection)
      .aggregate()
      .group({ _id: `$${field}` })
    const { list } = await grouped.sort({ _id: 1 }).limit(MOST_VALUES).end()
    return (list as { _id: string | null }[]).flatMap(({ _id }) => _id ?? [])
  },

  /** Removes every document that matches, outside any transaction. */
  async removeWhere<Name extends keyof Documents>(
    collection: Name,
    where: Where<Name>,
  ): Promise<void> {
    await db.collection(collection).where(condition(where)).remove()
  },

  async startTransaction(): Promise<OpenTransaction> {
    return operationsOf(await db.startTransaction())
  },
}

function operationsOf(started: SdkTransaction): OpenTransaction {
  const document = (collection: string, id: string) => started.collection(collection).doc(id)
  return {
    async get<Name extends keyof Documents>(collection: Name, id: string) {
      return (await document(collection, id).get()).data as Documents[Name] | null
    },
    async insert(collection, data) {
      await started.collection(collection).add({ data })
    },
    async replace(collection, { _id, ...data }) {
      await document(collection, _id).set({ data })
    },
    async update(collection, id, fields, removed = []) {
      const set = Object.entries(fields).map(([name, value]) => [name, db.command.set(value)])
      const unset = removed.map((name) => [name, db.command.remove()])
      await document(collection, id).update({
        data: Object.fromEntries([...set, ...unset]) as object,
      })
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

function condition(where: object): object {
  const entries = Object.entries(where).map(([path, wanted]: [string, unknown]) => [
    path,
    isComparison(wanted) ? db.command[wanted.comparison](wanted.value) : wanted,
  ])
  return Object.fromEntries(entries) as object
}

/** The OPENID that the platform vouches for; a caller cannot choose it. Undefined outside WeChat. */
export function callerOpenid(): string | undefined {
  // The SDK makes a number of an OPENID of digits alone, whatever its types say.
  const { OPENID } = cloud.getWXContext() as { OPENID?: string | number }
  return OPENID === undefined ? undefined : String(OPENID)
}

/** Which way the call came, as the platform vouches for it: `wx_client`, `wx_trigger`, `wx_http`, … */
export function callerSource(): string | undefined {
  return (cloud.getWXContext() as { SOURCE?: string }).SOURCE
}
