import type { Input, Output } from '../../domain/api'
import type { CodesAnswer } from '../../domain/roles/staff-answers'
import { formatDayTime } from '../../domain/calendar'
import type { StaffMember } from '../../domain/roles/people'
import { record } from '../shared/audit'
import { answeredBefore, changeOnce } from '../shared/change'
import { offerDownload } from '../shared/downloads'
import type { Call } from '../shared/gate'
import { all } from '../shared/pages'
import { writeXlsx } from '../shared/spreadsheet/xlsx'
import { newStaffCode } from '../shared/staff-codes'
import { inTransaction } from '../shared/transaction'
import { signed } from './administrator'

const ACTION = 'admin.issueCodes'
/** A sheet goes from hand to hand, which takes longer than a code that is read out. */
const LIFE_MS = 3 * 24 * 60 * 60 * 1000
/** As many as are hashed well within the function's minute. */
const MOST = 200

/**
 * One-time codes for everybody who has a post and has not bound yet, as a sheet that can be fetched for
 * ten minutes. The codes stand nowhere else; making them again makes the old ones void.
 */
export async function issueCodes(
  { requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const attempt = { by: call.openid, action: ACTION, requestId } as const
  const before = await answeredBefore<CodesAnswer>(attempt)
  if (before) return before
  const unbound = (await all('staff')).filter(({ openid, grants }) => !openid && grants.length > 0)
  const rows: string[][] = []
  for (const member of unbound.slice(0, MOST)) rows.push(await issue(member, call))
  const expiresAt = new Date(call.now.getTime() + LIFE_MS).toISOString()
  const header = ['工号', '姓名', '一次性验证码', '有效期至']
  const { url } =
    rows.length > 0
      ? await offerDownload('codes', 'xlsx', await writeXlsx([header, ...rows]))
      : { url: '' }
  const left = Math.max(unbound.length - MOST, 0)
  return changeOnce(attempt, () => Promise.resolve({ count: rows.length, left, url, expiresAt }))
}

async function issue({ _id: staffNo, name }: StaffMember, call: Call): Promise<string[]> {
  return inTransaction(async (transaction) => {
    const { code, expiresAt } = await newStaffCode(transaction, staffNo, call.now, LIFE_MS)
    await record(transaction, {
      person: `staff:${staffNo}`,
      ...signed(call),
      action: ACTION,
      why: '发一次性验证码，写在表格里',
      before: {},
      after: { 有效期至: expiresAt },
    })
    return [staffNo, name, code, formatDayTime(expiresAt)]
  })
}
