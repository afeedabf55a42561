import { store, type Documents } from './store'
import { after, type Where } from './where'

const PAGE = 100

/**
 * Every document that matches, a page at a time in the order of their ids. What is removed or added on
 * the way disturbs nothing, as each page begins after the last id of the one before.
 */
export async function* pages<Name extends keyof Documents>(
  collection: Name,
  where: Omit<Where<Name>, '_id'>,
): AsyncGenerator<Documents[Name][]> {
  let last = ''
  for (;;) {
    const page = await store.find(collection, {
      where: { ...where, _id: after(last) },
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
