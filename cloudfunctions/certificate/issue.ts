import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { paperOf, type Certificate } from '../../domain/pass/certificate'
import { standingOf } from '../../domain/pass/pass'
import type { Student } from '../../domain/student/student'
import { record } from '../shared/audit'
import { callerKey, ownStudent } from '../shared/caller'
import { changeOnce } from '../shared/change'
import { publishedCohort } from '../shared/cohorts'
import { offerDownload } from '../shared/downloads'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { Conflict, DuplicateKey, type Transaction } from '../shared/transaction'
import { takeTry } from '../shared/tries'
import { newCode } from './code'
import { makePdf } from './pdf'

const ACTION = 'certificate.issue'
const LIMIT = 10

/**
 * Makes the student's own sheet as a PDF and answers a link that lives ten minutes. The same student's
 * code is the same in every print, so that an older print goes on to hold.
 * @throws ClearanceError `CLOSED` while something is missing, `RATE_LIMITED` after ten an hour
 */
export async function issue(
  { requestId }: Input<typeof ACTION>,
  { openid, caller, now }: Call,
): Promise<Output<typeof ACTION>> {
  const student = ownStudent(caller)
  await checkMayLeave(student, now)
  await takeTry([`certificate:${student._id}`], now, { limit: LIMIT, tooMany })
  const person = callerKey(caller)
  const { code } = await changeOnce({ by: openid, action: ACTION, requestId }, async (inside) => {
    const certificate = await certify(inside, student, now)
    await record(inside, {
      person,
      by: person,
      role: 'student',
      action: ACTION,
      why: '本人保存离校单 PDF',
      before: {},
      after: { 离校单: '生成 PDF，可凭验证码核对' },
    })
    return { code: certificate._id }
  })
  const cohort = await publishedCohort(student.cohort)
  return offerDownload('certificates', 'pdf', await makePdf(paperOf(cohort, student, now), code))
}

async function checkMayLeave(student: Student, now: Date): Promise<void> {
  const { mayLeave, missing } = standingOf(await publishedCohort(student.cohort), student, now)
  if (mayLeave) return
  const message = `离校单办完才能保存，还差：${missing.join('、')}。`
  throw new ClearanceError({ code: 'CLOSED', message })
}

/** Queries take no part in a transaction; the unique key catches a rival's certificate. */
async function certify(
  transaction: Transaction,
  { _id, name, cohort }: Student,
  now: Date,
): Promise<Certificate> {
  const known = await store.findOne('certificates', { student: _id })
  const issued = { student: _id, name, cohort, issuedAt: now.toISOString() }
  const certificate = { _id: known?._id ?? newCode(), ...issued }
  try {
    if (known) await transaction.replace('certificates', certificate)
    else await transaction.insert('certificates', certificate)
  } catch (error) {
    throw error instanceof DuplicateKey ? new Conflict() : error
  }
  return certificate
}

function tooMany(minutes: number): ClearanceError {
  return new ClearanceError({
    code: 'RATE_LIMITED',
    message: `一小时内保存了 ${LIMIT} 次，请 ${minutes} 分钟后再来。`,
  })
}
