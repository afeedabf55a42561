import type { Input, Output } from '../../domain/api'
import type { Cohort } from '../../domain/cohort/schema'
import { parseCohort } from '../../domain/cohort/parse'
import { ClearanceError } from '../../domain/errors'
import type { StudentAnswer } from '../../domain/student/forms'
import type { Student } from '../../domain/student/student'
import { TRAITS, TRAIT_TEXTS } from '../../domain/student/traits'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import { askInFull } from '../shared/feeds/newcomers'
import type { Call } from '../shared/gate'
import { identityProof } from '../shared/feeds/proofs'
import { store } from '../shared/store'
import { saveStudents } from '../shared/students'
import type { Transaction } from '../shared/transaction'
import { signed } from './administrator'

/** One student, as they are registered. */
export async function student(
  _: Input<'admin.student'>,
  { subject }: Call,
): Promise<Output<'admin.student'>> {
  if (!subject) throw new Error('the gate admitted an action about a student without one')
  const proof = await store.findOne('proofs', { _id: `student:${subject._id}` })
  return toAnswer(subject, proof !== null)
}

/**
 * A student who is in no list yet.
 * @throws ClearanceError `CONFLICT` when the number is somebody's; `INVALID` without such a cohort
 */
export async function addStudent(
  { reason, requestId, idCardTail, ...given }: Input<'admin.addStudent'>,
  call: Call,
): Promise<Output<'admin.addStudent'>> {
  const action = 'admin.addStudent'
  // Hashing takes long, and the transaction may be begun again.
  const proof = await identityProof(given.studentNo, given.cohort, idCardTail)
  return changeOnce({ by: call.openid, action, requestId }, async (transaction) => {
    if (await transaction.get('students', given.studentNo)) throw taken()
    const cohort = await cohortOf(transaction, given.cohort)
    const after: Student = { ...registered(given, null, call.now), facts: {} }
    await saveStudents(transaction, cohort, [{ before: null, after }])
    await transaction.replace('proofs', proof)
    await askInFull(transaction)
    await record(transaction, {
      person: `student:${after._id}`,
      ...signed(call),
      action,
      why: reason,
      before: {},
      after: wordsOf(after),
    })
    return toAnswer(after, true)
  })
}

/**
 * Corrects how a student is registered. What they have filed goes with them, to whoever looks after
 * their class now.
 * @throws ClearanceError `INVALID` without such a cohort
 */
export async function correctStudent(
  { reason, requestId, idCardTail, ...given }: Input<'admin.correctStudent'>,
  call: Call,
): Promise<Output<'admin.correctStudent'>> {
  const action = 'admin.correctStudent'
  const { studentNo, cohort: year } = given
  const changed = idCardTail ? await identityProof(studentNo, year, idCardTail) : null
  return changeOnce({ by: call.openid, action, requestId }, async (transaction) => {
    const before = await transaction.get('students', given.studentNo)
    if (!before) throw new Error('a student went away between the gate and the change')
    const cohort = await cohortOf(transaction, given.cohort)
    const after = { ...before, ...registered(given, before, call.now) }
    await saveStudents(transaction, cohort, [{ before, after }])
    if (changed) await transaction.replace('proofs', changed)
    await record(transaction, {
      person: `student:${after._id}`,
      ...signed(call),
      action,
      why: reason,
      before: wordsOf(before),
      after: { ...wordsOf(after), ...(idCardTail && { 身份证后六位: '换过' }) },
    })
    const proof = await transaction.get('proofs', `student:${after._id}`)
    return toAnswer(after, proof !== null)
  })
}

type Given = Pick<
  Input<'admin.addStudent'>,
  'studentNo' | 'name' | 'cohort' | 'college' | 'className' | 'traits'
>

/** Whoever adds a student speaks of every trait; whoever corrects one, of those that they change. */
function registered(
  { studentNo: _id, ...given }: Given,
  before: Student | null,
  now: Date,
): Omit<Student, 'facts'> {
  const registeredAsOf = now.toISOString()
  const spoken = TRAITS.filter(
    (trait) => before?.traits.includes(trait) !== given.traits.includes(trait),
  )
  const heard = Object.fromEntries(spoken.map((trait) => [trait, registeredAsOf]))
  return { _id, ...given, registeredAsOf, traitsAsOf: { ...before?.traitsAsOf, ...heard } }
}

async function cohortOf(transaction: Transaction, year: string): Promise<Cohort> {
  const document = await transaction.get('cohorts', year)
  if (document) return parseCohort(document)
  const message = `${year} 届还没有发布，请先发布它的离校单，或者核对届别。`
  throw new ClearanceError({ code: 'INVALID', message, fields: { cohort: message } })
}

function wordsOf({ name, cohort, college, className, traits }: Student): Record<string, string> {
  return {
    姓名: name,
    届别: cohort,
    学院: college,
    班级: className,
    特征: traits.map((trait) => TRAIT_TEXTS[trait].name).join('、') || '无',
  }
}

function toAnswer(found: Student, hasProof: boolean): StudentAnswer {
  const { _id: studentNo, name, cohort, college, className, traits, openid } = found
  const bound = openid !== undefined
  return { studentNo, name, cohort, college, className, traits, bound, hasProof }
}

function taken(): ClearanceError {
  const message = '这个学号已经在名单里了，请用学号打开，再改正。'
  return new ClearanceError({ code: 'CONFLICT', message, fields: { studentNo: message } })
}
