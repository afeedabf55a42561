import type { ProcedureAnswer } from '../../../domain/procedures/answers'
import { mayFile } from './unfinished'

/** What the page shows: why not, the form, how far it is, or the record to be confirmed. */
export type Face = 'blocked' | 'form' | 'progress' | 'confirmation'

/** @param editing whether the student asked for the form of a request that was filed before */
export function faceOf(answer: ProcedureAnswer, editing: boolean): Face {
  const { request, blocked } = answer
  if (!request) return blocked ? 'blocked' : 'form'
  if (request.actions.some(({ form }) => form === 'confirmation')) return 'confirmation'
  return editing && mayFile(answer) && !blocked ? 'form' : 'progress'
}
