import type { Input, Output } from '../../domain/api'
import { dayOf } from '../../domain/calendar'
import { lackingMessage } from '../../domain/messages/lacking'
import type { OutboxMessage } from '../../domain/messages/outbox'
import type { Student } from '../../domain/student/student'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { answeredBefore, changeOnce } from '../shared/change'
import { clock } from '../shared/clock'
import type { Call } from '../shared/gate'
import { pages } from '../shared/pages'
import { store } from '../shared/store'
import { Conflict, DuplicateKey, inTransaction } from '../shared/transaction'
import { oneOf } from '../shared/where'
import { itemOn, listOf, type List } from './list'
import { nameOf } from './part'

const ACTION = 'statistics.remind'

/** Begins nothing new when the function's 60 seconds come near their end. */
const BUDGET_MS = 40_000
/** So many messages in one transaction. */
const TOGETHER = 20

type Answer = Output<typeof ACTION>
type Counts = Omit<Answer, 'more'>

const NOBODY: Counts = { reminded: 0, bound: 0, already: 0, waiting: 0 }

/**
 * Tells everybody of a list what they lack and until when, once a day for each student and item,
 * whoever asks. Each message is known by its student, item and day, so a run that died or came to its
 * time's end is continued by the same request, and nobody hears of it twice.
 */
export async function remind(
  { requestId, ...asked }: Input<typeof ACTION>,
  { openid, caller, role, now }: Call,
): Promise<Answer> {
  const attempt = { by: openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const list = await listOf(ACTION, asked, { caller, now })
  const making = { at: now.toISOString(), day: dayOf(now), call: `${openid}:${requestId}` }
  const end = clock.now().getTime() + BUDGET_MS
  let counts = NOBODY
  for await (const page of pages('students', list.where)) {
    if (clock.now().getTime() >= end) return { ...counts, more: true }
    counts = sum(counts, await remindSome(list, page, making))
  }
  return changeOnce(attempt, async (transaction) => {
    await record(transaction, {
      person: 'school',
      by: callerKey(caller),
      role,
      action: ACTION,
      why: `提醒没有办好${list.item.title}的人，${nameOf(list)}`,
      before: {},
      after: { 提醒人数: String(counts.reminded) },
    })
    return { ...counts, more: false }
  })
}

type Making = Parameters<typeof lackingMessage>[2]

async function remindSome(list: List, students: Student[], making: Making): Promise<Counts> {
  const now = new Date(making.at)
  const due = students.flatMap((student) => {
    const item = itemOn(list, student, now)
    const isTheirs = item.status === 'pending' && item.turn === 'student'
    return isTheirs ? [lackingMessage(student._id, item, making)] : []
  })
  const known = await store.find('outbox', { where: { _id: oneOf(due.map(({ _id }) => _id)) } })
  const fresh = due.filter(({ _id }) => !known.some((message) => message._id === _id))
  const chunks = Array.from({ length: Math.ceil(fresh.length / TOGETHER) }, (_, index) =>
    fresh.slice(index * TOGETHER, (index + 1) * TOGETHER),
  )
  const written = (await Promise.all(chunks.map(write))).flat()
  // What an earlier run of this very request wrote counts as written by it.
  const mine = [...known.filter(({ call }) => call === making.call), ...written]
  const bound = new Set(students.flatMap(({ _id, openid }) => (openid ? `student:${_id}` : [])))
  return {
    reminded: mine.length,
    bound: mine.filter(({ person }) => bound.has(person)).length,
    already: due.length - mine.length,
    waiting: students.length - due.length,
  }
}

/** Writes those that nobody has written meanwhile, and answers which. */
async function write(messages: readonly OutboxMessage[]): Promise<OutboxMessage[]> {
  return inTransaction(async (transaction) => {
    const written: OutboxMessage[] = []
    for (const message of messages) {
      if (await transaction.get('outbox', message._id)) continue
      await transaction.insert('outbox', message).catch((error: unknown) => {
        throw error instanceof DuplicateKey ? new Conflict() : error
      })
      written.push(message)
    }
    return written
  })
}

function sum(a: Counts, b: Counts): Counts {
  return {
    reminded: a.reminded + b.reminded,
    bound: a.bound + b.bound,
    already: a.already + b.already,
    waiting: a.waiting + b.waiting,
  }
}
