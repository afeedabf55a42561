import { ObjectId } from 'bson'
import type { Clock } from '../clock'
import type { Database } from '../documents/database'
import type { Fields } from '../documents/document'
import { decode } from '../documents/ejson'
import type { Session } from '../documents/session'
import { unlocked } from '../documents/store'
import type { Transactions } from '../documents/transactions'

/** The body of a `database.*` request; `query`, `data`, … are extended JSON in strings. */
export interface DatabaseRequest {
  collectionName: string
  transactionId?: string
  queryType?: 'DOC' | 'WHERE'
  query?: string
  order?: string
  offset?: number
  limit?: number
  projection?: string
  data?: string | string[]
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  stages?: { stageKey: string; stageValue: string }[]
}

export type DatabaseAction = (request: DatabaseRequest) => Promise<object> | object

/** What the `database.*` actions work with. */
export class DatabaseDesk {
  constructor(
    readonly database: Database,
    readonly transactions: Transactions,
    readonly clock: Clock,
  ) {}

  /** Extended JSON into values; nothing into `{}`. */
  read(text: string | undefined): Fields {
    return text ? (decode(text, this.clock.now()) as Fields) : {}
  }

  /** All documents of an insertion, or the one set of fields of another write. */
  readData({ data = [] }: DatabaseRequest): Fields[] {
    return [data].flat().map((text) => this.read(text))
  }

  /** Works within the request's transaction, or after the transactions that hold what it writes. */
  async within<T>({ transactionId }: DatabaseRequest, work: (view: Session) => T): Promise<T> {
    if (transactionId) return this.transactions.run(transactionId, work)
    return unlocked(() => work(this.database))
  }
}

/** An id as a reply can hold it. */
export const idText = (id: unknown) => (id instanceof ObjectId ? id.toHexString() : id)
