import type { ActionName } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import type { BoundAnswer } from '../../domain/identity/answers'
import { record } from '../shared/audit'
import type { Transaction } from '../shared/transaction'

/** Somebody of the school who can be bound to a WeChat account. */
export interface Person {
  kind: 'student' | 'staff'
  /** Student or staff number. */
  id: string
}

const COLLECTION = { student: 'students', staff: 'staff' } as const

export const personKey = ({ kind, id }: Person): string => `${kind}:${id}`

/**
 * Binds a WeChat account to a person, both sides at once. One account is one person by the `_id` of
 * `bindings`, one person one account by its unique index and by the person's own document, which every
 * rival transaction must write too.
 * @throws ClearanceError `CONFLICT` when either is bound already
 */
export async function bind(
  transaction: Transaction,
  openid: string,
  person: Person,
  action: ActionName,
  now: Date,
): Promise<BoundAnswer> {
  const holder = await transaction.get(COLLECTION[person.kind], person.id)
  if (!holder) throw new Error(`nobody to bind at ${person.kind}`)
  const bound = await transaction.get('bindings', openid)
  if (bound && bound.person !== personKey(person)) throw accountTaken()
  if (holder.openid && holder.openid !== openid) throw personTaken(person)
  const answer: BoundAnswer = { kind: person.kind, name: holder.name }
  if (bound) return answer
  await transaction.insert('bindings', {
    _id: openid,
    person: personKey(person),
    boundAt: now.toISOString(),
  })
  await transaction.update(COLLECTION[person.kind], person.id, { openid })
  await record(transaction, {
    person: personKey(person),
    by: personKey(person),
    role: 'nobody',
    action,
    why: '本人绑定微信',
    before: { 微信: '未绑定' },
    after: { 微信: '已绑定' },
  })
  return answer
}

/** Takes a WeChat account off a person, both sides at once. */
export async function release(
  transaction: Transaction,
  openid: string,
  person: Person,
): Promise<void> {
  await transaction.remove('bindings', openid)
  await transaction.update(COLLECTION[person.kind], person.id, {}, ['openid'])
}

function accountTaken(): ClearanceError {
  return new ClearanceError({
    code: 'CONFLICT',
    message: '这个微信已经绑定了别人。要换人，请先解除绑定。',
  })
}

function personTaken({ kind }: Person): ClearanceError {
  return new ClearanceError({
    code: 'CONFLICT',
    message:
      kind === 'student'
        ? '这个学号已经绑定了另一个微信。换了微信号，请找辅导员解绑后再试。'
        : '这个工号已经绑定了另一个微信。换了微信号，请找管理员发一次性验证码重新绑定。',
  })
}
