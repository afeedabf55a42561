import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { bind } from './bind'
import { matchesProof } from './proof'
import { forgetTries, takeTry } from './tries'

const ACTION = 'identity.bindStaff'

/** A staff number and the one-time code that an administrator has just issued for it. */
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
    return bind(transaction, openid, { kind: 'staff', id: staffNo }, ACTION, now)
  })
  await forgetTries(keys)
  return answer
}

function unproved(): ClearanceError {
  return new ClearanceError({
    code: 'INVALID',
    message: '工号和验证码对不上，或者验证码过了 15 分钟。请核对，或请管理员重新发一个。',
  })
}
