import { ClearanceError } from '../../domain/errors'
import type { Texts } from './submission'

/** The one sentence of a refusal where the page has a single place to say it. */
export function sentenceOf({ refusal, errors }: { refusal: string; errors: Texts }): string {
  return refusal || (Object.values(errors)[0] ?? '')
}

/** The same for what is sent among other work, which stops here. */
export function refused(refusal: { refusal: string; errors: Texts }): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message: sentenceOf(refusal) })
}

/** Whether somebody may not be here at all. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ClearanceError && error.code === 'FORBIDDEN'
}
