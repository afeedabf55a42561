import type { KeptDraft } from '../../inspections/kept'

/** An inspection on the phone, as a row that leads back to it. */
export interface DraftNote {
  /** A request of the room. */
  id: string
  room: string
  words: string
  label: string
}

export function toDraftNote({ draft: { room, people, waiting } }: KeptDraft): DraftNote {
  const words = waiting ? '检查记录还没有发出，连上后会自动再发' : '检查写了一半，存在这部手机里'
  return { id: people[0]?.id ?? '', room, words, label: `${room}，${words}` }
}
