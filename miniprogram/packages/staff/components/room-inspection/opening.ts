import { ClearanceError } from '../../../../../domain/errors'
import type { StaffRequestAnswer } from '../../../../../domain/procedures/answers'
import { call } from '../../../../services/call'
import { newDraft, renewDraft, type Draft } from '../../inspections/draft'
import { drop, keptDraftFor, nameFor, type KeptDraft } from '../../inspections/kept'

/** An inspection as it can be gone on with. */
export interface Opened {
  kept: KeptDraft
  templates: string[]
  /** Where the request stands when there is nobody to inspect; else empty. */
  says: string
  /** There was no network, and this is what the phone kept. */
  offline: boolean
}

/**
 * The inspection of a request's room: what was kept of it, with who is there now. What was handed in
 * already is left as it is, so that it is sent again as it was.
 * @throws ClearanceError when it cannot be seen, and nothing was kept
 */
export async function openInspection(id: string): Promise<Opened> {
  const kept = keptDraftFor(id)
  if (kept?.draft.waiting) return { kept, templates: [], says: '', offline: false }
  try {
    return renewed(id, kept, await call('desk.request', { id }))
  } catch (error) {
    const unseen = error instanceof ClearanceError && error.code === 'UNAVAILABLE'
    if (!unseen || !kept) throw error
    return { kept, templates: [], says: '', offline: true }
  }
}

function renewed(id: string, kept: KeptDraft | null, answer: StaffRequestAnswer): Opened {
  const draft: Draft = kept ? renewDraft(kept.draft, answer) : newDraft(answer)
  const nobody = draft.people.length === 0
  if (kept && nobody) drop(kept)
  return {
    kept: { name: kept?.name ?? nameFor(id), draft },
    templates: answer.templates,
    says: nobody ? answer.request.headline : '',
    offline: false,
  }
}
