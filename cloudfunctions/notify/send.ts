import { formatClock, dayOf, formatFullDay } from '../../domain/calendar'
import type { OutboxMessage } from '../../domain/messages/outbox'
import { templates } from '../shared/templates'
import { sendSubscription } from '../shared/wechat'
import type { Recipient } from './recipients'

/** What became of a message for one person. */
export interface Sent {
  key: string
  /** Whether it has to be tried again. */
  again: boolean
  error: string
}

export async function sendTo(
  { key, openid }: Recipient,
  { kind, title, text, short, page, at }: OutboxMessage,
): Promise<Sent> {
  const result = await sendSubscription({
    openid,
    template: templates[kind],
    page,
    subject: title,
    progress: short ?? text,
    time: `${formatFullDay(dayOf(at)).replace(/ /g, '')} ${formatClock(at)}`,
  })
  return result.sent
    ? { key, again: false, error: '' }
    : { key, again: result.again, error: result.error }
}
