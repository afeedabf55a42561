import { unsent } from '../messages/compose'
import type { OutboxMessage } from '../messages/outbox'
import type { Run } from './run'
import { SOURCE_CARDS } from './source'

/** Where staff find what waits for them. */
const FEEDS_PAGE = '/packages/staff/pages/feeds/feeds'

/** Who has to decide hears that a run is held; the message holds while one of the source is. */
export function heldMessages({ source, reasons }: Run, at: string): OutboxMessage[] {
  const { title, keeper } = SOURCE_CARDS[source]
  const roles = new Set([keeper, 'administrator' as const])
  return [...roles].map((role) => ({
    _id: `held-${source}#${role}`,
    kind: 'turn',
    person: '',
    role: { role },
    about: { heldOf: source },
    title: '数据同步',
    text: `${title}的数据等你决定：${reasons[0] ?? ''}`,
    page: FEEDS_PAGE,
    at,
    ...unsent(at),
  }))
}
