import type { Input, Output } from '../../domain/api'
import { FILED_CODES } from '../../domain/procedures/codes'
import type { Request } from '../../domain/procedures/request'
import { tableOf } from '../../domain/procedures/tables'
import { toWorkRow } from '../../domain/procedures/view'
import { memberOf } from '../shared/caller'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { templates } from '../shared/templates'
import type { Where } from '../shared/where'
import { postsNow, requestsIn } from './scope'

const PAGE = 20
const ORDER = { dueOn: 1, since: 1, _id: 1 } as const

type Answer = Output<'desk.worklist'>

/**
 * 待办: what waits for a staff member, the most urgent and then the oldest first. The first page comes
 * with the counts of all kinds, both in one request to the database.
 */
export async function worklist(
  { procedure, page }: Input<'desk.worklist'>,
  { caller, now }: Call,
): Promise<Answer> {
  const posts = await postsNow(memberOf(caller), now)
  const where = posts.map((post) => ({ ...requestsIn(post), waitsFor: post.role }))
  const roles = posts.map(({ role }) => role)
  const { counts, found } =
    page === 0 ? await firstPage(where, procedure) : await laterPage(where, procedure, page)
  return {
    counts,
    rows: found.slice(0, PAGE).map((request) => toWorkRow(request, roles, now)),
    more: found.length > PAGE,
    templates: [templates.turn.id],
    now: now.toISOString(),
  }
}

interface Page {
  counts: Answer['counts']
  /** One more than a page when there is another. */
  found: Request[]
}

async function firstPage(
  where: Where<'requests'>[],
  procedure: Request['procedure'] | undefined,
): Promise<Page> {
  const groups = await store.firstOfEach(
    'requests',
    { where, orderBy: ORDER },
    'procedure',
    PAGE + 1,
  )
  const counts = FILED_CODES.flatMap((code) => {
    const count = groups.find(({ _id }) => _id === code)?.count ?? 0
    return count > 0 ? [{ procedure: code, title: tableOf(code).title, count }] : []
  })
  const rows = groups.filter(({ _id }) => !procedure || _id === procedure)
  return {
    counts,
    found: rows
      .flatMap((group) => group.rows)
      .sort(byUrgency)
      .slice(0, PAGE + 1),
  }
}

async function laterPage(
  where: Where<'requests'>[],
  procedure: Request['procedure'] | undefined,
  page: number,
): Promise<Page> {
  const found = await store.find('requests', {
    where: where.map((each) => ({ ...each, ...(procedure && { procedure }) })),
    orderBy: [
      ['dueOn', 'asc'],
      ['since', 'asc'],
      ['_id', 'asc'],
    ],
    skip: page * PAGE,
    limit: PAGE + 1,
  })
  return { counts: [], found }
}

function byUrgency(a: Request, b: Request): number {
  const keyOf = ({ dueOn, since, _id }: Request) => [dueOn, since, _id].join(' ')
  return keyOf(a) < keyOf(b) ? -1 : 1
}
