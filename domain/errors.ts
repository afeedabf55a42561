/** Every way a call can be refused. The client decides by the code, the person reads the message. */
export const ERROR_CODES = [
  'UNBOUND',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID',
  'CONFLICT',
  'CLOSED',
  'RATE_LIMITED',
  'UNAVAILABLE',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What a refused call answers: a Chinese sentence a person can act on, and the fields it is about. */
export interface Refusal {
  code: ErrorCode
  message: string
  fields?: Record<string, string>
}

/** The one error type of the project; anything else that is thrown is a bug and shows as `UNAVAILABLE`. */
export class ClearanceError extends Error {
  readonly code: ErrorCode
  readonly fields?: Record<string, string>

  constructor({ code, message, fields }: Refusal) {
    super(message)
    this.name = 'ClearanceError'
    this.code = code
    if (fields) this.fields = fields
  }
}
