import { ClearanceError } from '../errors'
import { stateOf, whatHappened, type Actor } from './advance'
import type { Procedure } from './procedure'
import type { HistoryEntry, Request } from './request'

const UNDO_MS = 10 * 60 * 1000

/** Until when somebody may take back the last step of a request, ISO; null when they may not (any more). */
export function undoableUntil(request: Request, person: string, now: Date): string | null {
  const last = request.history[request.history.length - 1]
  if (!request.previous || last?.by !== person) return null
  const until = new Date(Date.parse(last.at) + UNDO_MS)
  return now <= until ? until.toISOString() : null
}

/**
 * Takes back one's own last step, within ten minutes and while nobody has acted on it. The history
 * keeps both.
 * @throws ClearanceError `CONFLICT` with what happened meanwhile, or `CLOSED` when it is too late
 */
export function undo(
  table: Procedure,
  request: Request,
  version: number,
  { person, name }: Actor,
  now: Date,
): { request: Request; entry: HistoryEntry } {
  const last = request.history[request.history.length - 1]
  const { previous, ...rest } = request
  if (version !== request.version || !previous || last?.by !== person) {
    throw new ClearanceError({ code: 'CONFLICT', message: whatHappened(table, request, now) })
  }
  if (!undoableUntil(request, person, now)) {
    throw new ClearanceError({
      code: 'CLOSED',
      message: '过了 10 分钟，不能再撤销。要改的话，请在下一步里退回并写明原因。',
    })
  }
  const entry: HistoryEntry = {
    at: now.toISOString(),
    by: person,
    role: last.role,
    name,
    transition: 'undo',
    from: request.state,
    to: previous.state,
    note: '',
  }
  stateOf(table, previous.state)
  const next = {
    ...rest,
    ...previous,
    version: request.version + 1,
    history: [...request.history, entry],
  } as Request
  return { request: next, entry }
}
