import { ObjectId } from 'bson'
import { requestFailed, unsupported } from '../cloud-error'
import type { Clock } from '../clock'
import { aggregate } from '../documents/aggregate'
import type { Database } from '../documents/database'
import { idKey, newId, type Document, type Fields } from '../documents/document'
import { decode, encode } from '../documents/ejson'
import * as session from '../documents/session'
import type { Session } from '../documents/session'
import { unlocked } from '../documents/store'
import type { Transactions } from '../documents/transactions'
import type { Modifier } from '../documents/update'
import type { SortOrder } from '../documents/value-order'
import type { Actions } from './actions'

/** Rows that a read answers: unless told otherwise, and at most. */
const DEFAULT_ROWS = 100
const MOST_ROWS = 1000

/** The body of a `database.*` request; `query`, `data`, … are extended JSON in strings. */
interface DatabaseRequest {
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

export interface DatabaseServices {
  database: Database
  transactions: Transactions
  clock: Clock
}

/** The `database.*` actions of the wire protocol (`tcb-protocol`, "Database"). */
export function databaseActions({ database, transactions, clock }: DatabaseServices): Actions {
  const read = (text: string | undefined) => (text ? decode(text, clock.now()) : {}) as Fields

  /** Within the request's transaction, or after the transactions that hold what it writes. */
  const within = <T>(request: DatabaseRequest, work: (session: Session) => T): Promise<T> | T =>
    request.transactionId
      ? transactions.run(request.transactionId, work)
      : unlocked(() => work(database))

  const actions: Record<string, (request: DatabaseRequest) => unknown> = {
    async 'database.insertDocument'(request) {
      const documents = [request.data ?? []].flat().map(read)
      const ids = await within(request, (view) =>
        session.insert(view, request.collectionName, documents),
      )
      return { data: { insertedIds: ids.map(textOf) } }
    },

    async 'database.getDocument'(request) {
      const asked = request.queryType === 'DOC' ? 1 : (request.limit ?? DEFAULT_ROWS)
      const limit = Math.min(asked, MOST_ROWS)
      const offset = request.offset ?? 0
      const found = await within(request, (view) =>
        session.find(view, request.collectionName, {
          filter: read(request.query),
          ...(request.order ? { order: read(request.order) as SortOrder } : {}),
          ...(request.projection ? { projection: read(request.projection) } : {}),
          skip: offset,
          limit,
        }),
      )
      return { data: { list: found.map(encode) }, limit, offset }
    },

    async 'database.calculateDocument'(request) {
      const found = await within(request, (view) =>
        session.match(view, request.collectionName, read(request.query)),
      )
      return { data: { total: found.length } }
    },

    async 'database.modifyDocument'(request) {
      const work = request.merge ? modify : replace
      const data = read([request.data ?? ''].flat()[0])
      const filter = read(request.query)
      return { data: await within(request, (view) => work(view, request, filter, data)) }
    },

    async 'database.modifyAndReturnDoc'(request) {
      const modifier = read([request.data ?? ''].flat()[0]) as Modifier
      const filter = read(request.query)
      const { updated, document } = await within(request, (view) =>
        session.update(view, request.collectionName, { filter, modifier, multi: false }),
      )
      return { data: { updated, ...(document ? { doc: encode(document) } : {}) } }
    },

    async 'database.removeDocument'(request) {
      const filter = read(request.query)
      const deleted = await within(request, (view) =>
        session.remove(view, request.collectionName, { filter, multi: request.multi ?? false }),
      )
      return { data: { deleted } }
    },

    'database.aggregateDocuments'({ collectionName, stages = [] }) {
      const now = clock.now()
      const pipeline = stages.map(({ stageKey, stageValue }) => ({
        [stageKey]: decode(stageValue, now),
      }))
      const find = (name: string, filter: Fields) => session.match(database, name, filter)
      const rows = aggregate(collectionName, pipeline, { find, now })
      return { data: { list: rows.map(encode) } }
    },

    'database.addCollection'({ collectionName }) {
      database.addCollection(collectionName)
      return {}
    },

    'database.startTransaction': () => ({ transactionId: transactions.start() }),

    'database.commitTransaction'({ transactionId = '' }) {
      transactions.commit(transactionId)
      return {}
    },

    'database.abortTransaction'({ transactionId = '' }) {
      transactions.abort(transactionId)
      return {}
    },
  }
  // The SDKs are trusted to send what their protocol says.
  return actions as unknown as Actions
}

/** `update`: operators on what is there. */
function modify(view: Session, request: DatabaseRequest, filter: Fields, modifier: Fields) {
  if (request.upsert) throw unsupported('update with upsert')
  const { updated } = session.update(view, request.collectionName, {
    filter,
    modifier: modifier as Modifier,
    multi: request.multi ?? false,
  })
  return { updated, upsert_id: null }
}

/** `set`: the whole document, made when it is not there. */
function replace(view: Session, request: DatabaseRequest, filter: Fields, fields: Fields) {
  const operator = Object.keys(fields).find((name) => name.startsWith('$'))
  if (operator) throw requestFailed(`the replacement document must not contain ${operator}`)
  const [before] = session.match(view, request.collectionName, filter)
  if (!before && !request.upsert) return { updated: 0, upsert_id: null }
  const _id = before?._id ?? filter._id ?? newId()
  const document: Document = { _id, ...fields }
  if (before && encode(before) === encode(document)) return { updated: 0, upsert_id: null }
  if (idKey(document._id) !== idKey(_id)) throw requestFailed("the field '_id' is immutable")
  session.put(view, request.collectionName, [document])
  return before ? { updated: 1, upsert_id: null } : { updated: 0, upsert_id: textOf(_id) }
}

const textOf = (id: unknown) => (id instanceof ObjectId ? id.toHexString() : id)
