import { formatDay } from '../calendar'
import { formatDaysLeft } from '../sheet/deadline'
import type { Deadline, SheetItem } from '../sheet/sheet'
import { unsent } from './compose'
import type { OutboxMessage } from './outbox'

/** One reminder a student, item and day. @param day YYYY-MM-DD, Asia/Shanghai */
export function lackingMessageId(studentNo: string, code: string, day: string): string {
  return `lacking-${day}#${code}#${studentNo}`
}

/**
 * Says to a student what they still lack and until when; it is sent only while they lack it.
 * @param call the call that makes it, so that a repeat of the call knows its own messages
 */
export function lackingMessage(
  studentNo: string,
  item: SheetItem,
  { at, day, call }: { at: string; day: string; call: string },
): OutboxMessage {
  const { code, title, reason, deadline } = item
  return {
    _id: lackingMessageId(studentNo, code, day),
    kind: 'result',
    person: `student:${studentNo}`,
    title,
    text: [reason, untilWhen(deadline)].filter(Boolean).join('，'),
    page: `/pages/item/item?code=${code}`,
    about: { student: studentNo, item: code },
    call,
    at,
    ...unsent(at),
  }
}

function untilWhen(deadline: Deadline | null): string {
  if (!deadline?.on || deadline.daysLeft === null) return deadline?.text ?? ''
  if (deadline.daysLeft < 0) return `已${formatDaysLeft(deadline.daysLeft)}`
  return `${formatDay(deadline.on)}截止`
}
