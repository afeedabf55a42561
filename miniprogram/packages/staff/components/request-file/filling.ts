import type { ActionView, RequestView } from '../../../../../domain/procedures/answers'
import * as typing from '../../../../components/field-form/typed'
import { draftOf, dropDraft, keepDraft } from '../../../../services/drafts'
import type { Texts } from '../../../../services/submission'

/** What stands in the fields of each step, by its name. */
export type Filled = Record<string, typing.Typed>

/** What is wrong, by step and field. */
export type WrongIn = Record<string, Texts>

export const NOTHING_FILLED: Filled = {}
export const NOTHING_WRONG: WrongIn = {}

interface Kept {
  version: number
  filled: Filled
}

/** What was typed for the steps of a request and not accepted; it goes when the request has moved. */
export function filledBefore({ id, version }: RequestView): Filled {
  const kept = draftOf<Kept>(nameOf(id))
  if (kept?.version === version) return kept.filled
  if (kept) dropDraft(nameOf(id))
  return NOTHING_FILLED
}

export function keepFilled({ id, version }: RequestView, filled: Filled): void {
  keepDraft(nameOf(id), { version, filled })
}

/** What goes with the step; nothing for one without fields. */
export function inputFor(action: ActionView | undefined, filled: Filled): typing.Typed {
  return action ? typing.inputOf(action.fields, filled[action.name] ?? {}) : {}
}

export function wrongFor({ procedure }: RequestView, action: ActionView, filled: Filled): Texts {
  return typing.wrongWith(procedure, action, filled[action.name] ?? {})
}

function nameOf(id: string): string {
  return `desk:${id}`
}
