import type { Refusal } from '../errors'

/** What a guard answers when one field is wrong in the light of what is known. */
export function wrongField(field: string, message: string): Refusal {
  return { code: 'INVALID', message, fields: { [field]: message } }
}

/** What a guard answers when the step is not possible as things are. */
export function notNow(message: string): Refusal {
  return { code: 'CONFLICT', message }
}
