import type { Input } from '../../../../domain/api'
import type { DraftAnswer } from '../../../../domain/cohort/answers'
import type { PartChange } from '../../../../domain/cohort/edit'
import { call } from '../../../services/call'
import { type Attempt } from '../../../services/request-id'
import { submit, type Outcome } from '../../../services/submission'

/** The draft that one is working on, as it last came; its forms open without asking again. */
let kept: DraftAnswer | null = null

/** A draft as it is now. @throws ClearanceError as `call` does */
export async function askDraft(cohort: string): Promise<DraftAnswer> {
  kept = await call('admin.draft', { cohort })
  return kept
}

/** A draft as it last came, asked for only when it never did. @throws ClearanceError as `call` does */
export async function draftOf(cohort: string): Promise<DraftAnswer> {
  return kept?._id === cohort ? kept : askDraft(cohort)
}

/** Sends changes of the draft that was shown; the draft that comes back is kept. */
export async function save(
  draft: DraftAnswer,
  changes: readonly PartChange[],
  last: Attempt,
  looked?: Input<'admin.edit'>['looked'],
): Promise<Outcome<'admin.edit'>> {
  const { _id: cohort, version } = draft
  const outcome = await submit(
    'admin.edit',
    { cohort, version, changes, ...(looked && { looked }) },
    last,
    {},
  )
  if ('answer' in outcome) kept = outcome.answer
  return outcome
}

/** Somebody else has changed or published it: the next page asks anew. */
export function forgetDraft(): void {
  kept = null
}
