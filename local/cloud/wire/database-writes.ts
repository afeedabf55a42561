import { requestFailed, unsupported } from '../cloud-error'
import { newId, same, type Document, type Fields } from '../documents/document'
import { encode } from '../documents/ejson'
import { insert, match, put, remove, update, type Session } from '../documents/session'
import type { Modifier } from '../documents/update'
import {
  idText,
  type DatabaseAction,
  type DatabaseDesk,
  type DatabaseRequest,
} from './database-request'

/** The `database.*` actions that write (`docs/cloudbase-protocol.md`, 请求). */
export const databaseWrites = (desk: DatabaseDesk): Record<string, DatabaseAction> => ({
  async 'database.insertDocument'(request) {
    const documents = desk.readData(request)
    const ids = await desk.within(request, (view) =>
      insert(view, request.collectionName, documents),
    )
    return { data: { insertedIds: ids.map(idText) } }
  },

  async 'database.modifyDocument'(request) {
    const change = request.merge ? modify : replace
    const [data = {}] = desk.readData(request)
    const filter = desk.read(request.query)
    return { data: await desk.within(request, (view) => change(view, request, filter, data)) }
  },

  async 'database.modifyAndReturnDoc'(request) {
    const [modifier = {}] = desk.readData(request) as Modifier[]
    const filter = desk.read(request.query)
    const { updated, document } = await desk.within(request, (view) =>
      update(view, request.collectionName, { filter, modifier, multi: false }),
    )
    return { data: { updated, ...(document ? { doc: encode(document) } : {}) } }
  },

  async 'database.removeDocument'(request) {
    const { collectionName, multi = false } = request
    const filter = desk.read(request.query)
    const deleted = await desk.within(request, (view) =>
      remove(view, collectionName, { filter, multi }),
    )
    return { data: { deleted } }
  },

  'database.addCollection'({ collectionName }) {
    desk.database.addCollection(collectionName)
    return {}
  },
})

/** `update`: operators on what is there. */
function modify(view: Session, request: DatabaseRequest, filter: Fields, fields: Fields) {
  if (request.upsert) throw unsupported('update with upsert')
  const { collectionName, multi = false } = request
  const modifier = fields as Modifier
  const { updated } = update(view, collectionName, { filter, modifier, multi })
  return { updated, upsert_id: null }
}

/** `set`: the whole document, made when it is not there. */
function replace(view: Session, request: DatabaseRequest, filter: Fields, fields: Fields) {
  const operator = Object.keys(fields).find((name) => name.startsWith('$'))
  if (operator) throw requestFailed(`the replacement document must not contain ${operator}`)
  const [before] = match(view, request.collectionName, filter)
  if (!before && !request.upsert) return { updated: 0, upsert_id: null }
  const _id = before?._id ?? filter._id ?? newId()
  const document: Document = { _id, ...fields }
  if (!same(document._id, _id)) throw requestFailed("the field '_id' is immutable")
  if (before && same(before, document)) return { updated: 0, upsert_id: null }
  put(view, request.collectionName, [document])
  return before ? { updated: 1, upsert_id: null } : { updated: 0, upsert_id: idText(_id) }
}
