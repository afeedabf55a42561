import type { Role } from '../roles/people'
import type { Procedure, Transition } from './procedure'
import { standingStep, TAKE_BACK, type Before, type HistoryEntry, type Request } from './request'

/**
 * Whether a step, once taken, is a decision of the staff that its role can take back. What a student
 * has handed in is returned instead; what the bank has done stands.
 */
export function isDecision({ files, through, final }: Transition, role: Role): boolean {
  return role !== 'student' && !files && !through && !final
}

/**
 * The row that every table has without writing it: whoever's role took the step that brought a request
 * where it stands takes it back with a reason, as long as nobody has gone on from there. None where a
 * student or the bank brought it, where it began, and where the table has a row of its own for it.
 */
export function waysBack(table: Procedure, request: Request | null): Transition[] {
  if (!request?.previous || hasItsOwn(table, request.state)) return []
  const step = standingStep(request.history)
  if (!step) return []
  return [
    {
      name: TAKE_BACK,
      from: [request.state],
      to: request.previous.state,
      by: [step.role],
      label: '撤回这一步',
      did: '撤回了上一步',
      tone: 'quiet',
      note: 'required',
      usualNotes: ['点错了人', '材料有误，要重办'],
    },
  ]
}

function hasItsOwn({ transitions }: Procedure, state: string): boolean {
  return transitions.some(({ name, from }) => name === 'revoke' && from.includes(state))
}

/** What is kept of a request while the decision that comes next can be taken back. */
export function beforeOf(request: Request): Before {
  const { state, waitsFor, since, dueOn, late, form, outcome, previous } = request
  return { state, waitsFor, since, dueOn, late, form, outcome, ...(previous && { previous }) }
}

/** A request as it stood before the decision that stands. The history keeps both. */
export function goneBack({ previous, ...request }: Request, entry: HistoryEntry): Request {
  if (!previous) throw new Error(`${request._id} has nothing to go back to`)
  return {
    ...request,
    ...previous,
    version: request.version + 1,
    history: [...request.history, entry],
  } as Request
}
