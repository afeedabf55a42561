import type { Input, Output } from '../../domain/api'
import { dayOf } from '../../domain/calendar'
import { ClearanceError } from '../../domain/errors'
import { reminderOf } from '../../domain/messages/compose'
import { stateOf } from '../../domain/procedures/advance'
import { tableOf } from '../../domain/procedures/tables'
import { ROLE_NAMES } from '../../domain/roles/people'
import { record } from '../shared/audit'
import { ownStudent } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'

const ACTION = 'requests.remind'

/** 提醒一下: tells whoever's turn it is once more, once a day. */
export async function remind(
  { procedure, requestId }: Input<typeof ACTION>,
  { openid, caller, now }: Call,
): Promise<Output<typeof ACTION>> {
  const { _id } = ownStudent(caller)
  return changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const student = await transaction.get('students', _id)
    const brief = student?.requests?.[procedure]
    const request = brief ? await transaction.get('requests', brief.id) : null
    const table = tableOf(procedure)
    const waitsFor = request ? stateOf(table, request.state).waitsFor : 'nobody'
    if (!request || waitsFor === 'nobody' || waitsFor === 'student') throw nobodyToRemind()
    const message = reminderOf(request, waitsFor, now.toISOString(), dayOf(now))
    if (await transaction.get('outbox', message._id)) throw remindedToday()
    await transaction.replace('outbox', message)
    await record(transaction, {
      person: `student:${_id}`,
      by: `student:${_id}`,
      role: 'student',
      action: ACTION,
      why: `提醒${ROLE_NAMES[waitsFor]}办理${table.title}`,
      before: {},
      after: {},
    })
    return { said: `已经提醒${ROLE_NAMES[waitsFor]}，有结果会通知你。` }
  })
}

function nobodyToRemind(): ClearanceError {
  return new ClearanceError({
    code: 'CONFLICT',
    message: '现在没有在等别人办，不用提醒。请刷新后再看。',
  })
}

function remindedToday(): ClearanceError {
  return new ClearanceError({
    code: 'RATE_LIMITED',
    message: '今天已经提醒过了，明天可以再提醒一次。',
  })
}
