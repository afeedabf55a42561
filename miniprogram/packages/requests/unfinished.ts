import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import { draftOf, dropDraft, keepDraft } from '../../services/drafts'

interface Unfinished<Typed> {
  /** Of the request that it was typed for; 0 where there was none. */
  version: number
  typed: Typed
}

/** Keeps what is typed into the form of a procedure. */
export function keepTyped({ procedure, request }: ProcedureAnswer, typed: object): void {
  const unfinished: Unfinished<object> = { version: request?.version ?? 0, typed }
  keepDraft(procedure, unfinished)
}

/**
 * What was typed and not accepted yet. It goes when the request has moved on, since then it was
 * accepted and only the answer got lost; a request that came back meanwhile still wants it.
 */
export function typedBefore<Typed extends object>(answer: ProcedureAnswer): Typed | null {
  const { procedure, request } = answer
  const draft = draftOf<Unfinished<Typed>>(procedure)
  if (!draft) return null
  const wanted = draft.version === (request?.version ?? 0) || request?.bad === true
  if (mayFile(answer) && wanted) return draft.typed
  dropDraft(procedure)
  return null
}

/** Whether the form may be filled in where the request stands. */
export function mayFile({ request }: ProcedureAnswer): boolean {
  return !request || request.actions.some(({ form }) => form === 'filing')
}
