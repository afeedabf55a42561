import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import { draftOf, dropDraft, keepDraft } from '../../services/drafts'

interface Unfinished<Typed> {
  /** Of the request that it was typed for; 0 where there was none. */
  version: number
  typed: Typed
}

/** Keeps what is typed into the form of a procedure. */
export function keepTyped(answer: ProcedureAnswer, typed: object): void {
  const unfinished: Unfinished<object> = { version: answer.request?.version ?? 0, typed }
  keepDraft(nameOf(answer), unfinished)
}

export function forgetTyped(answer: ProcedureAnswer): void {
  dropDraft(nameOf(answer))
}

/** A counsellor may fill in the same form for several students. */
function nameOf({ procedure, student: { studentNo } }: ProcedureAnswer): string {
  return `${procedure}:${studentNo}`
}

/**
 * What was typed and not accepted yet. It goes when the request has moved on, since then it was
 * accepted and only the answer got lost; a request that came back meanwhile still wants it.
 */
export function typedBefore<Typed extends object>(answer: ProcedureAnswer): Typed | null {
  const { request } = answer
  const draft = draftOf<Unfinished<Typed>>(nameOf(answer))
  if (!draft) return null
  const wanted = draft.version === (request?.version ?? 0) || request?.bad === true
  if (mayFile(answer) && wanted) return draft.typed
  forgetTyped(answer)
  return null
}

/** Whether the form may be filled in where the request stands. */
export function mayFile({ request }: ProcedureAnswer): boolean {
  return !request || request.actions.some(({ form }) => form === 'filing')
}
