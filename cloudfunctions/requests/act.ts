import type { Input, Output } from '../../domain/api'
import { ownStudent } from '../shared/caller'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { procedureAnswer } from '../shared/procedure-answer'
import { takeStep } from '../shared/step'
import { store } from '../shared/store'
import { readerOf } from './reader'

const ACTION = 'requests.act'

/** A step of the student: file, withdraw, confirm, … as the table of the procedure allows. */
export async function act(
  { procedure, requestId, ...move }: Input<typeof ACTION>,
  { openid, caller }: Call,
): Promise<Output<typeof ACTION>> {
  const student = ownStudent(caller)
  const reader = readerOf(student)
  const actor = { ...reader, name: student.name }
  await changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const order = { studentNo: student._id, procedure, move, actor, action: ACTION } as const
    const { _id, version } = await takeStep(transaction, order)
    return { id: _id, version }
  })
  const changed = await store.findOne('students', { _id: student._id })
  return procedureAnswer(changed ?? student, procedure, reader)
}
