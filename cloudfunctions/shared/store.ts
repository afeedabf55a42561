import { cloud } from './cloud'
import type { Documents } from './documents'
import type { SdkDatabase, SdkTransaction } from './sdk-types'
import type { Transaction } from './transaction'
import { isComparison, type Comparison, type Condition, type Find, type Where } from './where'

export type { Documents } from './documents'

/** A started transaction; `commit` or `rollback` ends it, and so does any error of an operation. */
export interface OpenTransaction extends Transaction {
  commit(): Promise<void>
  rollback(): Promise<void>
}

/** More than the classes or buildings of any school; an aggregate gives 20 rows unless told. */
const MOST_VALUES = 1000

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
    { where = {}, orderBy = [], limit = PAGE, skip = 0 }: Find<Name>,
  ): Promise<Documents[Name][]> {
    if (Array.isArray(where) && where.length === 0) return []
    const matching = db
      .collection(collection)
      .where(Array.isArray(where) ? anyOf(where) : condition(where))
    const ordered = orderBy.reduce((query, order) => query.orderBy(...order), matching)
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

  /**
   * How many documents match, and the first of them, for each text that a field has. One request,
   * whatever there is.
   * @param group the field
   * @param most how many of each group are answered
   */
  async firstOfEach<Name extends keyof Documents>(
    collection: Name,
    { where, orderBy }: { where: Condition<Name>[]; orderBy: Record<string, 1 | -1> },
    group: keyof Documents[Name] & string,
    most: number,
  ): Promise<{ _id: string; count: number; rows: Documents[Name][] }[]> {
    if (where.length === 0) return []
    const $ = db.command.aggregate
    const { list } = await db
      .collection(collection)
      .aggregate()
      .match(anyOf(where))
      .sort(orderBy)
      .group({ _id: `$${group}`, count: $.sum(1), rows: $.push('$$ROOT') })
      .project({ count: 1, rows: $.slice(['$rows', most]) })
      .end()
    return list as { _id: string; count: number; rows: Documents[Name][] }[]
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

/** What matches one condition of several at least. */
function anyOf(conditions: readonly object[]): object {
  const [only, ...others] = conditions.map(condition)
  return (others.length === 0 ? only : db.command.or([only, ...others])) as object
}

function condition(wanted: object): object {
  if ('allOf' in wanted) return db.command.and((wanted.allOf as object[]).map(condition)) as object
  const entries = Object.entries(wanted).map(([path, value]: [string, unknown]) => [
    path,
    isComparison(value) ? compared(value) : value,
  ])
  return Object.fromEntries(entries) as object
}

function compared({ comparison, value }: Comparison): unknown {
  if (comparison !== 'startsWith' && comparison !== 'contains') return db.command[comparison](value)
  const text = escapeRegExp(String(value))
  return db.RegExp({ regexp: comparison === 'startsWith' ? `^${text}` : text, options: '' })
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
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
