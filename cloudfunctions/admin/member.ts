import type { ActionName, Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { toGrantView } from '../../domain/identity/answers'
import { SCOPE_OF_ROLE, type Grant, type StaffMember } from '../../domain/roles/people'
import { isCurrent } from '../../domain/roles/scope'
import type { MemberAnswer } from '../../domain/roles/staff-answers'
import { wrongScope } from '../../domain/roles/staff-forms'
import { isSameRight, withGrant } from '../../domain/roles/staff-sheet'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import type { Transaction } from '../shared/transaction'
import { schoolParts } from '../shared/vacancies'
import { administratorOf, signed } from './administrator'

/** One staff member with all rights, also those that have ended. @throws ClearanceError `NOT_FOUND` */
export async function member(
  { staffNo }: Input<'admin.member'>,
  { now }: Call,
): Promise<Output<'admin.member'>> {
  const found = await store.findOne('staff', { _id: staffNo })
  if (!found) throw nobody()
  return toAnswer(found, now)
}

/** @throws ClearanceError `CONFLICT` when the number is somebody's already */
export async function addMember(
  { staffNo, name, phone, requestId }: Input<'admin.addMember'>,
  call: Call,
): Promise<Output<'admin.addMember'>> {
  const action = 'admin.addMember'
  const added = await changeOnce({ by: call.openid, action, requestId }, async (transaction) => {
    const before = await transaction.get('staff', staffNo)
    if (before) throw taken()
    const after: StaffMember = { _id: staffNo, name, grants: [], ...(phone && { phone }) }
    await transaction.replace('staff', after)
    await note(transaction, call, action, after, { why: '加入教职工名单', before: null })
    return after
  })
  return toAnswer(added, call.now)
}

/** Gives a right, or another last day to one that is there. @throws ClearanceError `NOT_FOUND`, `INVALID` */
export async function grant(
  { staffNo, role, values, until, requestId }: Input<'admin.grant'>,
  call: Call,
): Promise<Output<'admin.grant'>> {
  const wrong = wrongScope(role, values)
  if (wrong)
    throw new ClearanceError({ code: 'INVALID', message: wrong, fields: { values: wrong } })
  const scope = { kind: SCOPE_OF_ROLE[role], values: [...new Set(values)] }
  const given: Grant = { role, scope, ...(until && { until }) }
  return change('admin.grant', { staffNo, requestId, why: '授予岗位' }, call, (before) =>
    withGrant(before.grants, given),
  )
}

/**
 * Takes a right away. Nobody takes their own administration away, so that one is always left.
 * @throws ClearanceError `NOT_FOUND`, `CONFLICT`
 */
export async function withdraw(
  { staffNo, role, values, reason, requestId }: Input<'admin.withdraw'>,
  call: Call,
): Promise<Output<'admin.withdraw'>> {
  const gone: Grant = { role, scope: { kind: SCOPE_OF_ROLE[role], values } }
  if (role === 'administrator' && staffNo === administratorOf(call)._id) throw ownPost()
  return change('admin.withdraw', { staffNo, requestId, why: reason }, call, ({ grants }) => {
    const left = grants.filter((each) => !isSameRight(each, gone))
    if (left.length < grants.length) return left
    throw goneAlready()
  })
}

async function change(
  action: 'admin.grant' | 'admin.withdraw',
  { staffNo, requestId, why }: { staffNo: string; requestId: string; why: string },
  call: Call,
  turn: (before: StaffMember) => Grant[],
): Promise<MemberAnswer> {
  const attempt = { by: call.openid, action, requestId }
  const changed = await changeOnce(attempt, async (transaction) => {
    const before = await transaction.get('staff', staffNo)
    if (!before) throw nobody()
    const grants = turn(before)
    await transaction.update('staff', staffNo, { grants })
    const after = { ...before, grants }
    await note(transaction, call, action, after, { why, before })
    return after
  })
  return toAnswer(changed, call.now)
}

/** Writes down what a staff member's rights were and are. */
export async function note(
  transaction: Transaction,
  call: Call,
  action: ActionName,
  after: StaffMember,
  { why, before }: { why: string; before: StaffMember | null },
): Promise<void> {
  await record(transaction, {
    person: `staff:${after._id}`,
    ...signed(call),
    action,
    why,
    before: before ? { 岗位: wordsOf(before) } : {},
    after: { 岗位: wordsOf(after) },
  })
}

function wordsOf({ grants }: StaffMember): string {
  const words = grants.map((each) => {
    const { roleName, scope } = toGrantView(each)
    return `${roleName} ${scope}${each.until ? `，到 ${each.until}` : ''}`
  })
  return words.join('；') || '没有'
}

async function toAnswer(found: StaffMember, now: Date): Promise<MemberAnswer> {
  const parts = await schoolParts()
  const { _id: staffNo, name, phone = '', openid, grants } = found
  return {
    staffNo,
    name,
    phone,
    bound: openid !== undefined,
    grants: grants.map((each) => {
      const { kind, values } = each.scope
      return {
        ...toGrantView(each),
        role: each.role,
        values,
        until: each.until ?? '',
        ended: !isCurrent(each, now),
        unknown: kind === 'school' ? [] : values.filter((part) => !parts[kind].includes(part)),
      }
    }),
  }
}

function nobody(): ClearanceError {
  return new ClearanceError({ code: 'NOT_FOUND', message: '没有这个工号，请核对后再填。' })
}

function taken(): ClearanceError {
  const message = '这个工号已经在名单里了，请搜索工号打开。'
  return new ClearanceError({ code: 'CONFLICT', message, fields: { staffNo: message } })
}

function ownPost(): ClearanceError {
  const message = '自己的管理员岗位要请另一位管理员收回。'
  return new ClearanceError({ code: 'CONFLICT', message })
}

function goneAlready(): ClearanceError {
  const message = '这个岗位已经收回了，请返回再看一遍。'
  return new ClearanceError({ code: 'CONFLICT', message })
}
