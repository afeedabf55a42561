import type { Input, Output } from '../../domain/api'
import { subjectOfRequest } from '../../domain/messages/compose'
import type { Request, RequestOf } from '../../domain/procedures/request'
import { itemOf } from '../../domain/procedures/situation'
import { filesOf, placeOf, viewOf } from '../../domain/procedures/view'
import { changeOnce } from '../shared/change'
import { publishedCohort } from '../shared/cohorts'
import { files } from '../shared/files'
import type { Call } from '../shared/gate'
import { PHOTO_SECONDS } from '../shared/procedure-answer'
import { takeBack } from '../shared/step'
import { store } from '../shared/store'
import { templates } from '../shared/templates'
import { oneOf } from '../shared/where'
import { actorFor } from './member'

type Answer = Output<'desk.request'>

export async function openRequest(_: unknown, call: Call): Promise<Answer> {
  return answerFor(named(call), call)
}

const UNDO = 'desk.undo'

/** Takes back one's own last step, while nobody has acted on it. */
export async function undoStep(
  { version, requestId }: Input<typeof UNDO>,
  call: Call,
): Promise<Answer> {
  const request = named(call)
  const actor = await actorFor(call.caller, subjectOfRequest(request))
  await changeOnce({ by: call.openid, action: UNDO, requestId }, async (transaction) => {
    const { procedure, student, item } = request
    const about = { studentNo: student.studentNo, procedure, ...(item && { item: item.code }) }
    const order = { ...about, version, actor, action: UNDO } as const
    const { _id } = await takeBack(transaction, order)
    return { id: _id }
  })
  return answerFor((await store.findOne('requests', { _id: request._id })) ?? request, call)
}

/** @throws Error when the gate let somebody through without the request, which is a bug */
function named({ request }: Call): Request {
  if (request) return request
  throw new Error('the gate admitted an action about a request without one')
}

async function answerFor(request: Request, { caller, now }: Call): Promise<Answer> {
  const { studentNo, name, className, college, ...bed } = request.student
  const { item, actor, links, roommates } = await surroundings(request, caller)
  return {
    student: { studentNo, name, className, college, place: placeOf(bed) },
    request: viewOf(request, actor, links, now),
    roommates: actor.roles.includes('dormManager') ? roommates.map(toRoommate) : [],
    things: item.rule.kind === 'residence' ? item.rule.things : [],
    templates: [templates.turn.id],
    now: now.toISOString(),
  }
}

async function surroundings(request: Request, caller: Call['caller']) {
  const [cohort, actor, links, roommates] = await Promise.all([
    publishedCohort(request.cohort),
    actorFor(caller, subjectOfRequest(request)),
    files.linksTo(filesOf(request), PHOTO_SECONDS),
    roommatesOf(request),
  ])
  return { item: itemOf(cohort, request.procedure, request.item?.code), actor, links, roommates }
}

/** Others who leave the same room and wait for its inspection, too. */
async function roommatesOf({ _id, procedure, state, student }: Request) {
  const { building, room } = student
  const inspected = procedure === 'dormCheckout' && ['inspection', 'repair'].includes(state)
  if (!inspected || !building || !room) return []
  const found = await store.find('requests', {
    where: {
      'student.building': building,
      'student.room': room,
      procedure,
      state: oneOf(['inspection', 'repair']),
    },
    orderBy: [['_id', 'asc']],
  })
  return found.filter((other) => other._id !== _id) as RequestOf<'dormCheckout'>[]
}

function toRoommate({ _id: id, version, student, form }: RequestOf<'dormCheckout'>) {
  return { id, version, name: student.name, bed: student.bed ?? '', keys: form.keys }
}
