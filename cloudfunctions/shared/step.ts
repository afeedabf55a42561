import type { ActionName } from '../../domain/api'
import type { Cohort } from '../../domain/cohort/schema'
import { ClearanceError } from '../../domain/errors'
import { messagesAfter } from '../../domain/messages/compose'
import { advance, describe, saysOf, type Actor, type Move } from '../../domain/procedures/advance'
import type { Procedure, SecretChange } from '../../domain/procedures/procedure'
import {
  briefOf,
  type HistoryEntry,
  type ProcedureCode,
  type Request,
} from '../../domain/procedures/request'
import { matterOf, requestKey } from '../../domain/procedures/matter'
import { situationOf } from '../../domain/procedures/situation'
import { tableOf, titleOf } from '../../domain/procedures/tables'
import { undo } from '../../domain/procedures/undo'
import type { Student } from '../../domain/student/student'
import { record } from './audit'
import { clock } from './clock'
import { publishedCohort } from './cohorts'
import { newNumber } from './number'
import { contextOf, encrypt } from './secrets'
import { saveStudents } from './students'
import type { Transaction } from './transaction'

/** A step that somebody wants to take in one student's procedure. */
export interface StepOrder {
  studentNo: string
  procedure: ProcedureCode
  /** Code of the item, where several may have the procedure. */
  item?: string
  move: Move
  actor: Actor
  /** The action of the contract, for the audit trail. */
  action: ActionName
}

/**
 * Takes one step in the caller's transaction: the request, the student's own document, the secret, the
 * messages and the audit record change together or not at all. Whoever reads an older version, in any
 * of them, has to do it again.
 * @throws ClearanceError as `advance` does
 */
export async function takeStep(transaction: Transaction, order: StepOrder): Promise<Request> {
  const { move, actor, procedure, item } = order
  const { student, request } = await standing(transaction, order)
  const cohort = await publishedCohort(student.cohort)
  const situation = situationOf(cohort, student, procedure, clock.now(), item)
  const table = tableOf(matterOf(situation.item) ?? procedure)
  const done = advance(table, situation, request, move, actor, () => newNumber(table.prefix))
  await save(transaction, { table, cohort, student, before: request, order, ...done })
  if (done.secret) await changeSecret(transaction, done.request, done.secret)
  return done.request
}

/** Takes back one's own last step, likewise. @throws ClearanceError as `undo` does */
export async function takeBack(
  transaction: Transaction,
  order: Omit<StepOrder, 'move'> & { version: number },
): Promise<Request> {
  const { student, request } = await standing(transaction, order)
  if (!request) throw notThere()
  const cohort = await publishedCohort(student.cohort)
  const table = tableOf(request)
  const done = undo(table, request, order.version, order.actor, clock.now())
  await save(transaction, { table, cohort, student, before: request, order, ...done })
  return done.request
}

async function standing(
  transaction: Transaction,
  { studentNo, procedure, item }: Pick<StepOrder, 'studentNo' | 'procedure' | 'item'>,
): Promise<{ student: Student; request: Request | null }> {
  const student = await transaction.get('students', studentNo)
  if (!student) throw notThere()
  const brief = student.requests?.[requestKey(procedure, item)]
  return { student, request: brief ? await transaction.get('requests', brief.id) : null }
}

interface Saving {
  table: Procedure
  cohort: Cohort
  student: Student
  before: Request | null
  order: Omit<StepOrder, 'move'>
  request: Request
  entry: HistoryEntry
}

async function save(
  transaction: Transaction,
  { table, cohort, student, before, order, request, entry }: Saving,
): Promise<void> {
  if (before) await transaction.replace('requests', request)
  else await transaction.insert('requests', request)
  const key = requestKey(request.procedure, request.item?.code)
  const requests = { ...student.requests, [key]: briefOf(request) }
  await saveStudents(transaction, cohort, [{ before: student, after: { ...student, requests } }])
  for (const message of messagesAfter(request, entry)) await transaction.replace('outbox', message)
  await record(transaction, {
    person: `student:${student._id}`,
    by: entry.by,
    role: entry.role,
    action: order.action,
    why: reasonOf(table, entry),
    before: { [titleOf(request)]: before ? saysOf(table, before) : '没有申请' },
    after: { [titleOf(request)]: saysOf(table, request), 编号: request._id },
  })
}

function reasonOf(table: Procedure, entry: HistoryEntry): string {
  const did = `${entry.onBehalf ? '代办：' : ''}${describe(table, entry)}`
  return entry.note ? `${did}（${entry.note}）` : did
}

/** The one secret of a request is kept under its number. */
async function changeSecret(
  transaction: Transaction,
  { _id, student }: Request,
  change: SecretChange,
): Promise<void> {
  if (change === 'erase') {
    await transaction.remove('secrets', _id)
  } else if ('keep' in change) {
    const { kind, keep, eraseOn } = change
    const secret = { _id, person: `student:${student.studentNo}`, kind }
    const sealed = encrypt(keep, contextOf(secret))
    await transaction.replace('secrets', { ...secret, sealed, eraseOn })
  } else {
    await transaction.update('secrets', _id, { eraseOn: change.eraseOn })
  }
}

function notThere(): ClearanceError {
  return new ClearanceError({ code: 'NOT_FOUND', message: '没有这份申请，请刷新后再看。' })
}
