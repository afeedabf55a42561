import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import type { Transaction } from '../shared/transaction'
import { bind, type Person } from './bind'
import { campusLogin } from './campus-login'

const ACTION = 'identity.bindByCampus'

/** Binds whoever the campus single sign-on vouches for. */
export async function bindByCampus(
  { ticket, requestId }: Input<typeof ACTION>,
  { openid, now }: Call,
): Promise<Output<typeof ACTION>> {
  const login = campusLogin()
  if (!login) throw notOffered()
  // The ticket is good once, but a transaction may run more than once.
  let user: Promise<string> | undefined
  return changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    user ??= login.validate(ticket)
    const person = await findPerson(transaction, await user)
    return bind(transaction, openid, person, ACTION, now)
  })
}

async function findPerson(transaction: Transaction, id: string): Promise<Person> {
  if (await transaction.get('students', id)) return { kind: 'student', id }
  if (await transaction.get('staff', id)) return { kind: 'staff', id }
  throw new ClearanceError({
    code: 'NOT_FOUND',
    message: '统一身份认证认得你，但毕业生和教职工名单里没有这个号。请联系学院核对名单。',
  })
}

function notOffered(): ClearanceError {
  return new ClearanceError({
    code: 'CLOSED',
    message: '学校没有开通统一身份认证绑定，请用学号或工号绑定。',
  })
}
