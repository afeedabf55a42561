import { formatDayTime } from '../../../domain/calendar'
import type { MessageView } from '../../../domain/procedures/answers'

export interface MessageRow {
  id: string
  title: string
  text: string
  time: string
  url: string
  /** The whole row as a screen reader says it. */
  label: string
}

/** The messages in the words of the page, in the order in which they come: the newest first. */
export function toMessagesView(messages: readonly MessageView[]): MessageRow[] {
  return messages.map(({ id, title, text, page, at }) => {
    const time = formatDayTime(at)
    const url = page.startsWith('/') ? page : `/${page}`
    return { id, title, text, time, url, label: [title, text, time].join('，') }
  })
}
