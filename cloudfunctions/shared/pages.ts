import { store, type Documents } from './store'
import { after, type Where } from './where'

type Wanted<Name extends keyof Documents> = Omit<Where<Name>, '_id'>

const PAGE = 100

/**
 * Every document that matches, of several conditions one, a page at a time in the order of their ids. What is removed or added on
 * the way disturbs nothing, as each page begins after the last id of the one before.
 */
export async function* pages<Name extends keyof Documents>(
  collection: Name,
  where: Wanted<Name> | Wanted<Name>[],
): AsyncGenerator<Documents[Name][]> {
  const wanted = Array.isArray(where) ? where : [where]
  let last = ''
  for (;;) {
    const page = await store.find(collection, {
      where: wanted.map((each) => ({ ...each, _id: after(last) })),
      orderBy: [['_id', 'asc']],
      limit: PAGE,
    })
    const end = page.at(-1)
    if (!end) return
    yield page
    last = end._id
  }
}

/** Every document at once; for collections that are as small as a staff. */
export async function all<Name extends keyof Documents>(
  collection: Name,
  where = {} as Omit<Where<Name>, '_id'>,
): Promise<Documents[Name][]> {
  const found: Documents[Name][] = []
  for await (const page of pages(collection, where)) found.push(...page)
  return found
}
