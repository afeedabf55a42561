import type { OutboxMessage } from '../../domain/messages/outbox'
import { holdersOf, type Subject } from '../../domain/roles/scope'
import { knownStaff } from '../shared/staff'
import { store } from '../shared/store'

export interface Recipient {
  /** `student:1907010216`, `staff:20081001` */
  key: string
  openid: string
}

/** Whom a role for the whole school reaches as it does everybody. */
const NOBODY: Subject = { className: '', college: '' }

/** Whether what the message is about has moved on, so that it is no longer true. */
export async function isOvertaken({ about }: OutboxMessage): Promise<boolean> {
  if ('request' in about) {
    const current = await store.findOne('requests', { _id: about.request })
    return current?.version !== about.version
  }
  if ('heldOf' in about) {
    return (await store.findOne('runs', { state: 'held', source: about.heldOf })) === null
  }
  const student = await store.findOne('students', { _id: about.student })
  return student?.items?.[about.item] !== 'pending'
}

/** Who is to hear of it and has WeChat bound; the others find it in the mini program. */
export async function recipientsOf(message: OutboxMessage, now: Date): Promise<Recipient[]> {
  if (!message.role) return studentOf(message)
  const { role, subject = NOBODY } = message.role
  const { holders } = holdersOf(role, subject, await knownStaff(), now)
  return holders.flatMap(({ _id, openid }) => (openid ? [{ key: `staff:${_id}`, openid }] : []))
}

async function studentOf({ person }: OutboxMessage): Promise<Recipient[]> {
  const student = await store.findOne('students', { _id: person.replace('student:', '') })
  return student?.openid ? [{ key: person, openid: student.openid }] : []
}
