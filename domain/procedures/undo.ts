import { ClearanceError } from '../errors'
import { rowTaken, whatHappened, type Actor } from './advance'
import type { Procedure } from './procedure'
import type { HistoryEntry, Request } from './request'
import { goneBack } from './way-back'

const UNDO_MS = 10 * 60 * 1000

/** Until when somebody may take back the last step of a request, ISO; null when they may not (any more). */
export function undoableUntil(
  table: Procedure,
  request: Request,
  person: string,
  now: Date,
): string | null {
  const last = ownLastStep(table, request, person)
  if (!last) return null
  const until = new Date(Date.parse(last.at) + UNDO_MS)
  return now <= until ? until.toISOString() : null
}

function ownLastStep(
  table: Procedure,
  { previous, history }: Request,
  person: string,
): HistoryEntry | null {
  const last = history[history.length - 1]
  if (!previous || last?.by !== person) return null
  return rowTaken(table, last)?.undoable ? last : null
}

/**
 * Takes back one's own last step, within ten minutes, while nobody has acted on it, and without a
 * reason. The history keeps both.
 * @throws ClearanceError `CONFLICT` with what happened meanwhile, or `CLOSED` when it is too late
 */
export function undo(
  table: Procedure,
  request: Request,
  version: number,
  { person, name }: Actor,
  now: Date,
): { request: Request; entry: HistoryEntry } {
  const last = ownLastStep(table, request, person)
  if (version !== request.version || !request.previous || !last) {
    throw new ClearanceError({ code: 'CONFLICT', message: whatHappened(table, request, now) })
  }
  if (!undoableUntil(table, request, person, now)) {
    throw new ClearanceError({
      code: 'CLOSED',
      message: '过了 10 分钟，要写明原因才能撤回。请刷新后再办。',
    })
  }
  const entry: HistoryEntry = {
    at: now.toISOString(),
    by: person,
    role: last.role,
    name,
    transition: 'undo',
    from: request.state,
    to: request.previous.state,
    note: '',
  }
  return { request: goneBack(request, entry), entry }
}
