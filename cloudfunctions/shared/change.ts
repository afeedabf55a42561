import type { ActionName } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { clock } from './clock'
import type { KeptAnswer } from './documents'
import { decrypt, encrypt } from './secrets'
import { store } from './store'
import { Conflict, DuplicateKey, inTransaction, type Transaction } from './transaction'

interface ChangeRequest {
  /** Who asks, a person or an OPENID: the ids of others mean nothing to them. */
  by: string
  action: ActionName
  requestId: string
}

/**
 * Does a change once, however often its request comes: two taps, a retry after a lost answer, two
 * phones. The answer is kept in the transaction of the change, and a repeat is answered with it; a
 * refusal keeps nothing. It is encrypted, because an answer may hold a one-time code.
 * @throws ClearanceError `INVALID` when the id was used for another action
 */
export async function changeOnce<T extends object>(
  request: ChangeRequest,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const id = `${request.by}:${request.requestId}`
  return inTransaction(async (transaction) => {
    const kept = await transaction.get('answers', id)
    if (kept) return repeat<T>(kept, request.action)
    const answer = await work(transaction)
    await keep(transaction, {
      _id: id,
      action: request.action,
      sealed: encrypt(JSON.stringify(answer), contextOf(id)),
      at: clock.now().toISOString(),
    })
    return answer
  })
}

/**
 * What the same request was answered before, for work of many transactions that must not begin again;
 * null when it was not. @throws ClearanceError as `changeOnce` does
 */
export async function answeredBefore<T extends object>(request: ChangeRequest): Promise<T | null> {
  const kept = await store.findOne('answers', { _id: `${request.by}:${request.requestId}` })
  return kept && repeat<T>(kept, request.action)
}

function repeat<T>({ _id, action, sealed }: KeptAnswer, asked: ActionName): T {
  if (action === asked) return JSON.parse(decrypt(sealed, contextOf(_id))) as T
  throw new ClearanceError({
    code: 'INVALID',
    message: '请求编号用过了，请关闭小程序后重新打开。',
  })
}

/** When the same request is being answered elsewhere, the next attempt finds that answer. */
async function keep(transaction: Transaction, answer: KeptAnswer): Promise<void> {
  try {
    await transaction.insert('answers', answer)
  } catch (error) {
    throw error instanceof DuplicateKey ? new Conflict() : error
  }
}

function contextOf(id: string): string {
  return `answers/${id}`
}
