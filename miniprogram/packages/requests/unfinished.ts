import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import { draftOf, dropDraft, keepDraft } from '../../services/drafts'

interface Unfinished<Typed> {
  /** Of the request that it was typed for; 0 where there was none. */
  version: number
  typed: Typed
}

/**
 * Keeps what is typed into a form of a procedure.
 * @param action the transition that the form is for, where a procedure has several forms
 */
export function keepTyped(answer: ProcedureAnswer, typed: object, action = ''): void {
  const unfinished: Unfinished<object> = { version: answer.request?.version ?? 0, typed }
  keepDraft(nameOf(answer, action), unfinished)
}

export function forgetTyped(answer: ProcedureAnswer, action = ''): void {
  dropDraft(nameOf(answer, action))
}

/** A counsellor may fill in the same form for several students. */
function nameOf({ procedure, student: { studentNo } }: ProcedureAnswer, action: string): string {
  return [procedure, studentNo, action].filter(Boolean).join(':')
}

/**
 * What was typed and not accepted yet. It goes when the request has moved on, since then it was
 * accepted and only the answer got lost; a request that came back meanwhile still wants it.
 */
export function typedBefore<Typed extends object>(
  answer: ProcedureAnswer,
  action = '',
): Typed | null {
  const { request } = answer
  const draft = draftOf<Unfinished<Typed>>(nameOf(answer, action))
  if (!draft) return null
  const wanted = draft.version === (request?.version ?? 0) || request?.bad === true
  if (wanted && (action ? mayTake(answer, action) : mayFile(answer))) return draft.typed
  forgetTyped(answer, action)
  return null
}

/** Whether the form may be filled in where the request stands. */
export function mayFile({ request, filings }: ProcedureAnswer): boolean {
  if (!request || filings.length > 0) return true
  return request.actions.some(({ form }) => form === 'filing')
}

function mayTake({ request, filings }: ProcedureAnswer, action: string): boolean {
  return [...filings, ...(request?.actions ?? [])].some(({ name }) => name === action)
}
