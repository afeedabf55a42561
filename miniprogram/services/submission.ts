import * as v from 'valibot'
import { api, type ActionName, type Input, type Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { call } from './call'
import { attemptFor, NO_ATTEMPT, type Attempt } from './request-id'
import { toFailure } from './failure'

/** Texts by the name of a field: what was typed, or what is wrong with it. */
export type Texts = Record<string, string>

export const NO_TEXTS: Texts = {}

/** What was filled in by the name of a field, whatever it is. */
export type Values = Record<string, unknown>

/**
 * What is wrong with what was filled in, by field; a part of a field goes by its path
 * (`checklist.2.condition`). Empty when nothing is.
 */
export function wrongIn(schema: v.GenericSchema, values: Values): Texts {
  return toErrors(v.safeParse(schema, values).issues ?? [])
}

export type Checked<Name extends ActionName> = { input: Input<Name> } | { errors: Texts }

/** What was typed against the very schema that the function has at its door. */
export function check<Name extends ActionName>(
  action: Name,
  typed: Values,
  requestId: string,
): Checked<Name> {
  const { input: schema } = api[action]
  const asksForId = 'requestId' in schema.entries
  const result = v.safeParse(schema, asksForId ? { ...typed, requestId } : typed)
  return result.success ? { input: result.output } : { errors: toErrors(result.issues) }
}

function toErrors(issues: readonly v.BaseIssue<unknown>[]): Texts {
  const errors: Texts = {}
  for (const issue of issues) errors[v.getDotPath(issue) ?? ''] ??= issue.message
  return errors
}

export type Outcome<Name extends ActionName> =
  /** `attempt` for what goes on under the same request. */
  | { answer: Output<Name>; attempt: Attempt }
  /** `attempt` is what a retry of the same input has to go on with. */
  | {
      errors: Texts
      refusal: string
      attempt: Attempt
      /** Somebody else was quicker: what is on the screen is no longer how it is. */
      overtaken?: true
    }

/**
 * Sends what was typed; nothing is sent while something is wrong with it.
 * @param fields where a sentence of the function may stand, when these are not the input itself
 */
export async function submit<Name extends ActionName>(
  action: Name,
  typed: Values,
  last: Attempt,
  fields: Values = typed,
): Promise<Outcome<Name>> {
  const attempt: Attempt = await attemptFor(JSON.stringify([action, typed]), last)
  const checked = check(action, typed, attempt.requestId)
  if ('errors' in checked) return { errors: checked.errors, refusal: '', attempt }
  try {
    return { answer: await call(action, checked.input), attempt }
  } catch (error) {
    return {
      ...toRefusal(error, fields),
      attempt: isAnswered(error) ? NO_ATTEMPT : attempt,
      ...(isRefusal(error, 'CONFLICT') && { overtaken: true }),
    }
  }
}

/** A refusal is an answer: the next try is another attempt. Without one it may have been done. */
function isAnswered(error: unknown): boolean {
  return error instanceof ClearanceError && error.code !== 'UNAVAILABLE'
}

function isRefusal(error: unknown, code: ClearanceError['code']): boolean {
  return error instanceof ClearanceError && error.code === code
}

/** The server's sentence stands at its field when the form has that field, else over the button. */
function toRefusal(error: unknown, shown: Values): { errors: Texts; refusal: string } {
  const { fields = {} } = error instanceof ClearanceError ? error : {}
  const isShown = (name: string) => (name.split('.')[0] ?? '') in shown
  const errors = Object.fromEntries(Object.entries(fields).filter(([name]) => isShown(name)))
  const told = Object.keys(errors).length > 0
  return { errors, refusal: told ? '' : toFailure(error).message }
}
