import { isStale, nextTry } from '../../domain/messages/retry'
import type { OutboxMessage } from '../../domain/messages/outbox'
import { clock } from '../shared/clock'
import { log } from '../shared/log'
import { store } from '../shared/store'
import { inTransaction } from '../shared/transaction'
import { upTo } from '../shared/where'
import { sendTo, type Sent } from './send'
import { isOvertaken, recipientsOf } from './recipients'

/** How many messages went out, are no longer true, or will be tried again. */
export interface Report {
  sent: number
  over: number
  again: number
}

const PAGE = 50
/** A run that dies leaves its messages to the next one after this long: at least once, hardly twice. */
const CLAIM_MS = 2 * 60_000

/** Sends what is due. Two runs at once do not send the same: each claims a message before it sends. */
export async function deliver(now: Date, deadline: Date): Promise<Report> {
  const report: Report = { sent: 0, over: 0, again: 0 }
  for (;;) {
    const due = await store.find('outbox', {
      where: { state: 'due', dueAt: upTo(now.toISOString()) },
      orderBy: [['dueAt', 'asc']],
      limit: PAGE,
    })
    for (const { _id } of due) {
      if (clock.now() >= deadline) return report
      const outcome = await deliverOne(_id, now)
      if (outcome) report[outcome]++
    }
    if (due.length < PAGE) return report
  }
}

async function deliverOne(id: string, now: Date): Promise<keyof Report | null> {
  const message = await claim(id, now)
  if (!message) return null
  if (isStale(message.at, now) || (await isOvertaken(message))) return settle(message, 'over', [])
  const results: Sent[] = []
  for (const person of await recipientsOf(message, now)) {
    if (!message.settled.includes(person.key)) results.push(await sendTo(person, message))
  }
  const failed = results.find(({ again }) => again)
  if (!failed) return settle(message, 'sent', results)
  log('error', { function: 'notify', error: failed.error })
  return settle(message, 'again', results)
}

/** Takes a message for this run: null when another has it, or it is no longer due. */
async function claim(id: string, now: Date): Promise<OutboxMessage | null> {
  return inTransaction(async (transaction) => {
    const message = await transaction.get('outbox', id)
    if (message?.state !== 'due' || message.dueAt > now.toISOString()) return null
    const dueAt = new Date(now.getTime() + CLAIM_MS).toISOString()
    const tries = message.tries + 1
    await transaction.update('outbox', id, { dueAt, tries })
    return { ...message, dueAt, tries }
  })
}

async function settle(
  { _id, settled, tries }: OutboxMessage,
  outcome: keyof Report,
  results: readonly Sent[],
): Promise<keyof Report> {
  const reached = results.filter(({ again }) => !again).map(({ key }) => key)
  const error = results.find((result) => result.again)?.error
  await inTransaction((transaction) =>
    transaction.update('outbox', _id, {
      settled: [...settled, ...reached],
      ...(error && { error }),
      ...(outcome === 'again'
        ? { dueAt: nextTry(tries, clock.now()) }
        : { state: outcome === 'sent' ? 'sent' : 'over' }),
    }),
  )
  return outcome
}
