import type { Input, Output } from '../../domain/api'
import { saysOf } from '../../domain/procedures/advance'
import { matterOf, requestKey } from '../../domain/procedures/matter'
import { tableOf } from '../../domain/procedures/tables'
import { subjectOf } from '../../domain/roles/scope'
import { changeOnce } from '../shared/change'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { takeStep } from '../shared/step'
import { eachStudent } from './each-student'
import { actorFor } from './member'
import { notYours } from './one-of-many'

const ACTION = 'desk.register'

/**
 * 部门登记: puts an item on record for one student or for many, or says why it cannot be yet; by the
 * office that the cohort names for the item.
 */
export async function register(
  { item: code, students, transition, note, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  return eachStudent(students, async (student) => {
    const actor = await actorFor(call.caller, subjectOf(student))
    const { items } = await publishedCohort(student.cohort)
    const item = items.find((each) => each.code === code)
    const registrar = item && matterOf(item)?.item?.registrar
    if (!registrar || !actor.roles.includes(registrar)) throw notYours('这位同学')
    const attempt = `${requestId}:${student._id}`
    const once = { by: call.openid, action: ACTION, requestId: attempt } as const
    const { message } = await changeOnce(once, async (transaction) => {
      const version = student.requests?.[requestKey('register', code)]?.version ?? 0
      const about = { studentNo: student._id, procedure: 'register', item: code } as const
      const move = { transition, version, note }
      const done = await takeStep(transaction, { ...about, move, actor, action: ACTION })
      return { message: saysOf(tableOf(done), done) }
    })
    return message
  })
}
