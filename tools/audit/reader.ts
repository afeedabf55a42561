import tcb from '@cloudbase/node-sdk'

/** Where the audit trail is. */
export type Place =
  | { kind: 'cloud'; env: string; secretId: string; secretKey: string }
  | { kind: 'local'; url: string }

/** All documents of a collection that match, in the order of their ids. */
export type Read = <Shape extends { _id: string }>(
  collection: string,
  where?: Record<string, string>,
) => Promise<Shape[]>

const PAGE = 100

/** Reads through the unmodified SDK, from the real cloud as from the local one. Never writes. */
export function readerOf(place: Place): Read {
  const db = tcb.init(settingsOf(place)).database()
  const { command } = db
  return async <Shape extends { _id: string }>(collection: string, where = {}) => {
    const found: Shape[] = []
    for (;;) {
      const rest = { _id: command.gt(found.at(-1)?._id ?? ''), ...where }
      const query = db.collection(collection).where(rest).orderBy('_id', 'asc').limit(PAGE)
      const { data } = (await query.get()) as { data: Shape[] }
      found.push(...data)
      if (data.length < PAGE) return found
    }
  }
}

function settingsOf(place: Place) {
  if (place.kind === 'cloud') {
    const { env, secretId, secretKey } = place
    return { env, secretId, secretKey }
  }
  // Any key will do there; and without this the SDK asks a metadata host of Tencent's first.
  process.env.TENCENTCLOUD_RUNENV = 'SCF'
  process.env.TENCENTCLOUD_REGION ??= 'ap-shanghai'
  process.env.SCF_NAMESPACE ??= 'local'
  const serviceUrl = new URL('/admin', place.url).href
  return { env: 'local', secretId: 'local', secretKey: 'local', serviceUrl }
}
