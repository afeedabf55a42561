import { sdkDatabase, type Place } from '../place'

/** All documents of a collection that match, in the order of their ids. */
export type Read = <Shape extends { _id: string }>(
  collection: string,
  where?: Record<string, string>,
) => Promise<Shape[]>

const PAGE = 100

/** Reads through the unmodified SDK, from the real cloud as from the local one. Never writes. */
export function readerOf(place: Place): Read {
  const db = sdkDatabase(place)
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
