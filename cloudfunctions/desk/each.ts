import { subjectOfRequest } from '../../domain/messages/compose'
import { saysOf, type Move } from '../../domain/procedures/advance'
import type { DecisionsAnswer } from '../../domain/procedures/answers'
import type { Request } from '../../domain/procedures/request'
import { readersOf } from '../../domain/procedures/situation'
import { tableOf } from '../../domain/procedures/tables'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { takeStep } from '../shared/step'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import { actorFor } from './member'
import { notDone, notYours } from './one-of-many'

/** One of several requests that are decided at once. */
export interface Decision {
  id: string
  move: Move
}

type Action = 'desk.decide' | 'desk.inspect'
type Result = DecisionsAnswer['results'][number]

/**
 * Takes a step in each of several requests, each in a transaction and an attempt of its own: what fails
 * for one says so, and leaves the others done. Sent again, the done ones answer as before.
 */
export async function decideEach(
  decisions: readonly Decision[],
  { requestId, action }: { requestId: string; action: Action },
  call: Call,
): Promise<DecisionsAnswer> {
  const found = await requestsOf(decisions.map(({ id }) => id))
  const results: Result[] = []
  for (const { id, move } of decisions) {
    const request = found.find(({ _id }) => _id === id)
    results.push(await decideOne(request, { id, move }, { requestId, action }, call))
  }
  return { results }
}

export async function requestsOf(ids: string[]): Promise<Request[]> {
  return store.find('requests', { where: { _id: oneOf(ids) } })
}

async function decideOne(
  request: Request | undefined,
  { id, move }: Decision,
  { requestId, action }: { requestId: string; action: Action },
  call: Call,
): Promise<Result> {
  try {
    if (!request) throw notYours('这份申请')
    const actor = await actorFor(call.caller, subjectOfRequest(request))
    const readers = readersOf(request)
    if (!actor.roles.some((role) => readers.includes(role))) throw notYours('这份申请')
    const attempt = { by: call.openid, action, requestId: `${requestId}:${id}` }
    const { procedure, student, item } = request
    const about = { studentNo: student.studentNo, procedure, ...(item && { item: item.code }) }
    const order = { ...about, move, actor, action }
    return await changeOnce(attempt, async (transaction) => {
      const changed = await takeStep(transaction, order)
      return { id, ok: true, message: saysOf(tableOf(changed), changed) }
    })
  } catch (error) {
    return { id, ...notDone(error) }
  }
}
