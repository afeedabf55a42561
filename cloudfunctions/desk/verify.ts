import type { Input, Output } from '../../domain/api'
import { subjectOf } from '../../domain/roles/scope'
import { memberOf } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { takeStep } from '../shared/step'
import { verifies } from './classes'
import { eachStudent } from './each-student'
import { actorFor } from './member'
import { notYours } from './one-of-many'

const ACTION = 'desk.verify'

/** 学院核验 for one student or a class: each in a transaction of their own, each with a result. */
export async function verify(
  { students, condition, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const transition = condition ? 'verifyConditionally' : 'verify'
  return eachStudent(students, async (student) => {
    if (!(await verifies(memberOf(call.caller), student))) throw notYours('这位同学')
    const actor = await actorFor(call.caller, subjectOf(student))
    const attempt = `${requestId}:${student._id}`
    const once = { by: call.openid, action: ACTION, requestId: attempt } as const
    const { message } = await changeOnce(once, async (transaction) => {
      const version = student.requests?.verification?.version ?? 0
      const move = { transition, version, note: '', ...(condition && { input: condition }) }
      const order = { studentNo: student._id, procedure: 'verification', move, actor } as const
      await takeStep(transaction, { ...order, action: ACTION })
      return { message: condition ? '已有条件核验' : '已核验' }
    })
    return message
  })
}
