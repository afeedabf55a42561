import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import type { CardRefundForm } from '../../../../../domain/procedures/forms/card-refund'

/**
 * Whether the consent to the request on the screen still stands: it was given with the card that the
 * request has. Withdrawn, it is given again.
 */
export function hasAgreed({ request, typed }: ProcedureAnswer): boolean {
  const form = typed as CardRefundForm | null
  return request !== null && request.status !== 'exempt' && Boolean(form?.lastFour)
}
