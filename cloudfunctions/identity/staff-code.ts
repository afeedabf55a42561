import { randomInt } from 'node:crypto'
import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { hashProof } from '../shared/proof'

const ACTION = 'identity.issueStaffCode'
const LIFE_MS = 15 * 60 * 1000

/** A code for a staff member to bind with: 15 minutes, once. A newer code replaces the older. */
export async function issueStaffCode(
  { staffNo, requestId }: Input<typeof ACTION>,
  { openid, caller, role, now }: Call,
): Promise<Output<typeof ACTION>> {
  return changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const staff = await transaction.get('staff', staffNo)
    if (!staff) throw unknownStaff()
    const code = String(randomInt(100_000_000)).padStart(8, '0')
    const expiresAt = new Date(now.getTime() + LIFE_MS).toISOString()
    await transaction.replace('codes', { _id: staffNo, ...(await hashProof(code)), expiresAt })
    await record(transaction, {
      person: `staff:${staffNo}`,
      by: callerKey(caller),
      role,
      action: ACTION,
      why: '发一次性验证码',
      before: {},
      after: { 有效期至: expiresAt },
    })
    return { name: staff.name, code, expiresAt }
  })
}

function unknownStaff(): ClearanceError {
  return new ClearanceError({ code: 'NOT_FOUND', message: '没有这个工号，请核对后再填。' })
}
