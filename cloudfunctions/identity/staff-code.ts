import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { newStaffCode } from '../shared/staff-codes'

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
    const { code, expiresAt } = await newStaffCode(transaction, staffNo, now, LIFE_MS)
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
