import { aggregate } from '../documents/aggregate'
import type { Fields } from '../documents/document'
import { decode, encode } from '../documents/ejson'
import { find, match } from '../documents/session'
import type { SortOrder } from '../documents/value-order'
import type { DatabaseAction, DatabaseDesk } from './database-request'

/** Rows that a read answers: unless told otherwise, and at most. */
const DEFAULT_ROWS = 100
const MOST_ROWS = 1000

/** The `database.*` actions that read (`docs/cloudbase-protocol.md`, 请求). */
export const databaseReads = (desk: DatabaseDesk): Record<string, DatabaseAction> => ({
  async 'database.getDocument'(request) {
    const { collectionName, queryType, query, order, projection, offset = 0 } = request
    const asked = queryType === 'DOC' ? 1 : (request.limit ?? DEFAULT_ROWS)
    const limit = Math.min(asked, MOST_ROWS)
    const found = await desk.within(request, (view) =>
      find(view, collectionName, {
        filter: desk.read(query),
        ...(order ? { order: desk.read(order) as SortOrder } : {}),
        ...(projection ? { projection: desk.read(projection) } : {}),
        skip: offset,
        limit,
      }),
    )
    return { data: { list: found.map(encode) }, limit, offset }
  },

  async 'database.calculateDocument'(request) {
    const filter = desk.read(request.query)
    const found = await desk.within(request, (view) => match(view, request.collectionName, filter))
    return { data: { total: found.length } }
  },

  'database.aggregateDocuments'({ collectionName, stages = [] }) {
    const now = desk.clock.now()
    const pipeline = stages.map(({ stageKey, stageValue }) => ({
      [stageKey]: decode(stageValue, now),
    }))
    const committed = (name: string, filter: Fields) => match(desk.database, name, filter)
    const rows = aggregate(collectionName, pipeline, { find: committed, now })
    return { data: { list: rows.map(encode) } }
  },
})
