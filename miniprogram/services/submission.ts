import * as v from 'valibot'
import { api, type ActionName, type Input, type Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { call } from './call'
import { attemptFor, NO_ATTEMPT, type Attempt } from './request-id'
import { toFailure } from './failure'

/** Texts by the name of a field: what was typed, or what is wrong with it. */
export type Texts = Record<string, string>

export const NO_TEXTS: Texts = {}

export type Checked<Name extends ActionName> = { input: Input<Name> } | { errors: Texts }

/** What was typed against the very schema that the function has at its door. */
export function check<Name extends ActionName>(
  action: Name,
  typed: Texts,
  requestId: string,
): Checked<Name> {
  const { input: schema } = api[action]
  const asksForId = 'requestId' in schema.entries
  const result = v.safeParse(schema, asksForId ? { ...typed, requestId } : typed)
  if (result.success) return { input: result.output }
  const errors: Texts = {}
  for (const issue of result.issues) errors[v.getDotPath(issue) ?? ''] ??= issue.message
  return { errors }
}

export type Outcome<Name extends ActionName> =
  | { answer: Output<Name> }
  /** `attempt` is what a retry of the same input has to go on with. */
  | { errors: Texts; refusal: string; attempt: Attempt }

/** Sends what was typed; nothing is sent while something is wrong with it. */
export async function submit<Name extends ActionName>(
  action: Name,
  typed: Texts,
  last: Attempt,
): Promise<Outcome<Name>> {
  const attempt: Attempt = await attemptFor(JSON.stringify([action, typed]), last)
  const checked = check(action, typed, attempt.requestId)
  if ('errors' in checked) return { errors: checked.errors, refusal: '', attempt }
  try {
    return { answer: await call(action, checked.input) }
  } catch (error) {
    return { ...toRefusal(error, typed), attempt: isAnswered(error) ? NO_ATTEMPT : attempt }
  }
}

/** A refusal is an answer: the next try is another attempt. Without one it may have been done. */
function isAnswered(error: unknown): boolean {
  return error instanceof ClearanceError && error.code !== 'UNAVAILABLE'
}

/** The server's sentence stands at its field when the form has that field, else over the button. */
function toRefusal(error: unknown, typed: Texts): { errors: Texts; refusal: string } {
  const { fields = {} } = error instanceof ClearanceError ? error : {}
  const errors = Object.fromEntries(Object.entries(fields).filter(([name]) => name in typed))
  const told = Object.keys(errors).length > 0
  return { errors, refusal: told ? '' : toFailure(error).message }
}
