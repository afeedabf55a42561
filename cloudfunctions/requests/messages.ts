import type { Output } from '../../domain/api'
import type { Student } from '../../domain/student/student'
import { store } from '../shared/store'

const MOST = 30

/** A student's messages, the newest first; they are here whether or not WeChat could deliver them. */
export async function messagesOf({ _id }: Student): Promise<Output<'requests.messages'>> {
  const found = await store.find('outbox', {
    where: { person: `student:${_id}` },
    orderBy: [['at', 'desc']],
    limit: MOST,
  })
  const messages = found.map(({ _id: id, title, text, page, at }) => ({
    id,
    title,
    text,
    page,
    at,
  }))
  return { messages }
}
