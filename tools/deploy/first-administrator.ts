import * as v from 'valibot'
import { record } from '../../cloudfunctions/shared/audit'
import { newStaffCode } from '../../cloudfunctions/shared/staff-codes'
import { personName, staffNo as staffNoForm } from '../../domain/identity/forms'
import type { Grant, StaffMember } from '../../domain/roles/people'
import { isCurrent } from '../../domain/roles/scope'
import type { Database } from './database'

const ACTION = 'deploy.administrator'
/** Time to upload the mini program and to find the phone. */
const LIFE_MS = 24 * 60 * 60 * 1000

const ADMINISTRATOR: Grant = { role: 'administrator', scope: { kind: 'school', values: [] } }

export interface Appointed {
  code: string
  /** Instant, ISO. */
  expiresAt: string
}

/** Who is an administrator today. */
export async function administrators(database: Database, now: Date): Promise<StaffMember[]> {
  const staff = await database.all('staff')
  return staff.filter(({ grants }) =>
    grants.some((grant) => grant.role === 'administrator' && isCurrent(grant, now)),
  )
}

/**
 * Makes somebody administrator, and a one-time code for them to bind with, as administrators give to
 * others; it holds for a day. On record like everything that is done to a person.
 * @throws Error with a sentence for a wrong number or name, or a number that is somebody else's
 */
export async function appoint(
  database: Database,
  person: { staffNo: string; name: string },
  now: Date,
): Promise<Appointed> {
  const { staffNo, name } = checked(person)
  return database.inTransaction(async (transaction) => {
    const before = await transaction.get('staff', staffNo)
    if (before && before.name !== name) {
      throw new Error(`工号 ${staffNo} 已经是另一个名字，请核对工号和姓名`)
    }
    const others = (before?.grants ?? []).filter(({ role }) => role !== 'administrator')
    const grants = [...others, ADMINISTRATOR]
    await transaction.replace('staff', { ...(before ?? { _id: staffNo, name }), grants })
    const issued = await newStaffCode(transaction, staffNo, now, LIFE_MS)
    await record(transaction, {
      person: `staff:${staffNo}`,
      by: 'system',
      role: 'system',
      action: ACTION,
      why: '部署的人设管理员，并发一次性验证码',
      before: {},
      after: { 岗位: '管理员', 有效期至: issued.expiresAt },
    })
    return issued
  })
}

function checked(person: { staffNo: string; name: string }): { staffNo: string; name: string } {
  const result = v.safeParse(v.object({ staffNo: staffNoForm, name: personName }), person)
  if (result.success) return result.output
  throw new Error(result.issues.map(({ message }) => message).join('；'))
}
