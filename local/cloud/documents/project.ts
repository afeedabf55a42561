import { Query } from 'mingo/query'
import { unsupported } from '../cloud-error'
import { isPlainObject, type Fields } from './document'
import { loudly, queryContext } from './matcher'

/**
 * The fields of each document that a read asked for. `$slice` alone would keep the other fields in
 * MongoDB and drop them in mingo, so it is refused; `$elemMatch` is a plain inclusion.
 */
export function project(documents: Fields[], projection: Fields): Fields[] {
  for (const [path, spec] of Object.entries(projection)) {
    const operator = isPlainObject(spec) ? Object.keys(spec)[0] : undefined
    if (operator && operator !== '$elemMatch') {
      throw unsupported(`the projection ${operator} of "${path}"`)
    }
  }
  const everything = new Query({}, { context: queryContext })
  return loudly(() => everything.find<Fields>(documents, projection).all())
}
