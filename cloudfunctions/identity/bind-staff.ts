import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import type { Transaction } from '../shared/transaction'
import { bind, release, type Person } from './bind'
import { matchesProof } from '../shared/proof'
import { forgetTries, takeTry } from '../shared/tries'

const ACTION = 'identity.bindStaff'

/**
 * A staff number and the one-time code that an administrator has just issued for it. The administrator
 * knew whom they gave it to, so it also moves the binding from a lost WeChat account to this one.
 */
export async function bindStaff(
  { staffNo, code, requestId }: Input<typeof ACTION>,
  { openid, now }: Call,
): Promise<Output<typeof ACTION>> {
  const keys = [`openid:${openid}`, `staff:${staffNo}`]
  await takeTry(keys, now)
  const request = { by: openid, action: ACTION, requestId } as const
  const answer = await changeOnce(request, async (transaction) => {
    const staff = await transaction.get('staff', staffNo)
    const issued = await transaction.get('codes', staffNo)
    const proved = await matchesProof(code, issued)
    const expired = !issued || issued.expiresAt <= now.toISOString()
    if (!proved || !staff || expired) throw unproved()
    await transaction.remove('codes', staffNo)
    const person: Person = { kind: 'staff', id: staffNo }
    if (staff.openid && staff.openid !== openid) {
      await release(transaction, staff.openid, person)
      await recordMove(transaction, staffNo)
    }
    return bind(transaction, openid, person, ACTION, now)
  })
  await forgetTries(keys)
  return answer
}

async function recordMove(transaction: Transaction, staffNo: string): Promise<void> {
  const person = `staff:${staffNo}`
  await record(transaction, {
    person,
    by: person,
    role: 'nobody',
    action: ACTION,
    why: '凭一次性验证码换绑，解除原来的微信',
    before: { 微信: '已绑定' },
    after: { 微信: '未绑定' },
  })
}

function unproved(): ClearanceError {
  return new ClearanceError({
    code: 'INVALID',
    message: '工号和验证码对不上，或者验证码过期了。请核对，或请管理员重新发一个。',
  })
}
