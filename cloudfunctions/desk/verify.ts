import type { Input, Output } from '../../domain/api'
import { subjectOf } from '../../domain/roles/scope'
import type { Student } from '../../domain/student/student'
import { memberOf } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { takeStep } from '../shared/step'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import { verifies } from './classes'
import { actorFor } from './member'
import { notDone, notYours } from './one-of-many'

const ACTION = 'desk.verify'

type Order = Input<typeof ACTION>

/** 学院核验 for one student or a class: each in a transaction of their own, each with a result. */
export async function verify(order: Order, call: Call): Promise<Output<typeof ACTION>> {
  const found = await store.find('students', { where: { _id: oneOf(order.students) } })
  const results: Output<typeof ACTION>['results'] = []
  for (const studentNo of new Set(order.students)) {
    const student = found.find(({ _id }) => _id === studentNo)
    results.push({ studentNo, ...(await verifyOne(student, order, call)) })
  }
  return { results }
}

async function verifyOne(
  student: Student | undefined,
  { condition, requestId }: Order,
  call: Call,
): Promise<{ ok: boolean; message: string }> {
  try {
    const mine = student && (await verifies(memberOf(call.caller), student))
    if (!mine) throw notYours('这位同学')
    const actor = await actorFor(call.caller, subjectOf(student))
    const attempt = {
      by: call.openid,
      action: ACTION,
      requestId: `${requestId}:${student._id}`,
    } as const
    const transition = condition ? 'verifyConditionally' : 'verify'
    return await changeOnce(attempt, async (transaction) => {
      const version = student.requests?.verification?.version ?? 0
      const move = { transition, version, note: '', ...(condition && { input: condition }) }
      const order = { studentNo: student._id, procedure: 'verification', move, actor } as const
      await takeStep(transaction, { ...order, action: ACTION })
      return { ok: true, message: '已核验' }
    })
  } catch (error) {
    return notDone(error)
  }
}
