import type { Input, Output } from '../../domain/api'
import type { Verdict } from '../../domain/pass/answers'
import { standingOf, verdictOf } from '../../domain/pass/pass'
import type { Student } from '../../domain/student/student'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import type { Transaction } from '../shared/transaction'
import { tokens } from './tokens'

const ACTION = 'pass.scan'

interface Finding {
  verdict: Verdict
  student: Student | null
  missing: string[]
  condition: string | null
}

const NOTHING = { missing: [], condition: null }

/**
 * Looks at a code at the gate. The sheet is derived anew: what was green when the code was shown may not
 * be any more. Every scan is kept, and is audited about its student, or about the guard when it named
 * nobody.
 */
export async function scan(
  { token, requestId }: Input<typeof ACTION>,
  { openid, caller, role, now }: Call,
): Promise<Output<typeof ACTION>> {
  const by = callerKey(caller)
  return changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const { verdict, student, ...standing } = await look(transaction, token, now)
    const answer = verdictOf(verdict, student, standing, now)
    const person = student ? `student:${student._id}` : by
    await transaction.insert('scans', {
      _id: `${by}:${requestId}`,
      at: now.toISOString(),
      by,
      verdict,
      ...(student && { student: student._id }),
    })
    await record(transaction, {
      person,
      by,
      role,
      action: ACTION,
      why: '在校门扫离校凭证',
      before: {},
      after: { 结果: answer.reason },
    })
    return answer
  })
}

async function look(transaction: Transaction, token: string, now: Date): Promise<Finding> {
  const claim = tokens.read(token)
  const student = claim && (await transaction.get('students', claim.studentNo))
  if (!student) return { verdict: 'forged', student: null, ...NOTHING }
  if (claim.expiresAt <= now) return { verdict: 'expired', student, ...NOTHING }
  const cohort = await publishedCohort(student.cohort)
  const { mayLeave, missing, condition } = standingOf(cohort, student, now)
  return { verdict: mayLeave ? 'allowed' : 'pending', student, missing, condition }
}
