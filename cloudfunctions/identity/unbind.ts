import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { personKey, release, type Person } from './bind'

/** Takes one's own WeChat account off oneself. */
export async function unbind(
  { requestId }: Input<'identity.unbind'>,
  { openid, caller, role }: Call,
): Promise<Output<'identity.unbind'>> {
  const action = 'identity.unbind'
  return changeOnce({ by: openid, action, requestId }, async (transaction) => {
    if (caller.kind === 'unbound') throw notBound()
    const person: Person =
      caller.kind === 'student'
        ? { kind: 'student', id: caller.student._id }
        : { kind: 'staff', id: caller.staff._id }
    await release(transaction, openid, person)
    await record(transaction, {
      person: personKey(person),
      by: personKey(person),
      role,
      action,
      why: '本人解除绑定',
      before: { 微信: '已绑定' },
      after: { 微信: '未绑定' },
    })
    return {}
  })
}

/** Takes a lost WeChat account off a student, by staff in whose scope the student is. */
export async function unbindStudent(
  { studentNo, reason, requestId }: Input<'identity.unbindStudent'>,
  { openid, caller, role }: Call,
): Promise<Output<'identity.unbindStudent'>> {
  const action = 'identity.unbindStudent'
  return changeOnce({ by: openid, action, requestId }, async (transaction) => {
    const person: Person = { kind: 'student', id: studentNo }
    const student = await transaction.get('students', studentNo)
    if (!student?.openid) throw studentNotBound()
    await release(transaction, student.openid, person)
    await record(transaction, {
      person: personKey(person),
      by: callerKey(caller),
      role,
      action,
      why: reason,
      before: { 微信: '已绑定' },
      after: { 微信: '未绑定' },
    })
    return { kind: 'student', name: student.name }
  })
}

function notBound(): ClearanceError {
  return new ClearanceError({ code: 'CONFLICT', message: '这个微信没有绑定任何人，不用解除。' })
}

function studentNotBound(): ClearanceError {
  return new ClearanceError({
    code: 'CONFLICT',
    message: '这位学生现在没有绑定微信，可以直接让本人绑定。',
  })
}
