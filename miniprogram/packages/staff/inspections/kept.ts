import { DRAFT, draftOf, dropDraft, keepDraft } from '../../../services/drafts'
import type { Draft } from './draft'

/** Followed by the request that the draft was begun from. */
const NAME = 'inspection:'

/** A draft, and the name under which the phone keeps it. */
export interface KeptDraft {
  name: string
  draft: Draft
}

/** Every inspection that was begun on this phone and not answered yet. */
export function keptDrafts(): KeptDraft[] {
  const names = wx.getStorageInfoSync().keys.filter((key) => key.startsWith(DRAFT + NAME))
  return names.flatMap((key) => {
    const name = key.slice(DRAFT.length)
    const draft = draftOf<Draft>(name)
    return draft ? [{ name, draft }] : []
  })
}

/** The draft of the room that a request belongs to, whoever's request it was begun from. */
export function keptDraftFor(id: string): KeptDraft | null {
  return keptDrafts().find(({ draft }) => draft.people.some((person) => person.id === id)) ?? null
}

/** A draft that is not kept yet goes under the request that it was begun from. */
export function nameFor(id: string): string {
  return NAME + id
}

export function keep({ name, draft }: KeptDraft): void {
  keepDraft(name, draft)
}

export function drop({ name }: KeptDraft): void {
  dropDraft(name)
}
