import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { subjectOf } from '../../domain/roles/scope'
import type { Student } from '../../domain/student/student'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { procedureAnswer } from '../shared/procedure-answer'
import { takeStep } from '../shared/step'
import { store } from '../shared/store'
import { actorFor } from './member'

const FILE = 'desk.file'

/** The form of a procedure for a student who stands at the desk (代办). */
export async function formFor(
  { procedure }: Input<'desk.form'>,
  call: Call,
): Promise<Output<'desk.form'>> {
  const student = named(call)
  return procedureAnswer(student, procedure, await actorFor(call.caller, subjectOf(student)))
}

/** Files for a student; the timeline and the audit trail name who did. */
export async function fileFor(
  { procedure, version, input, requestId }: Input<typeof FILE>,
  call: Call,
): Promise<Output<typeof FILE>> {
  const student = named(call)
  const actor = await actorFor(call.caller, subjectOf(student))
  await changeOnce({ by: call.openid, action: FILE, requestId }, async (transaction) => {
    const move = { transition: 'file', version, note: '', input }
    const order = { studentNo: student._id, procedure, move, actor, action: FILE } as const
    const { _id } = await takeStep(transaction, order)
    return { id: _id }
  })
  const changed = await store.findOne('students', { _id: student._id })
  return procedureAnswer(changed ?? student, procedure, actor)
}

function named({ subject }: Call): Student {
  if (subject) return subject
  throw new ClearanceError({ code: 'NOT_FOUND', message: '没有这个学号，请核对后再填。' })
}
