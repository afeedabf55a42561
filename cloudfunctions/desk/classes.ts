import type { Input, Output } from '../../domain/api'
import type { Cohort } from '../../domain/cohort/schema'
import { situationOf } from '../../domain/procedures/situation'
import { stateOf } from '../../domain/procedures/advance'
import { tableOf } from '../../domain/procedures/tables'
import { subjectOf } from '../../domain/roles/scope'
import type { Role, StaffMember } from '../../domain/roles/people'
import type { Student } from '../../domain/student/student'
import { memberOf } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { rolesFor } from '../shared/staff'
import { store } from '../shared/store'
import { postsNow, studentsIn } from './scope'

const VERIFIERS: readonly Role[] = ['counsellor', 'secretary']

/** The classes whose students a staff member verifies, with how many wait; for student affairs those of nobody. */
export async function classes(_: unknown, { caller, now }: Call): Promise<Output<'desk.classes'>> {
  const posts = (await postsNow(memberOf(caller), now)).filter(({ role }) =>
    VERIFIERS.includes(role),
  )
  const [all, waiting] = await Promise.all([
    countByClass(posts.map(studentsIn)),
    countByClass(posts.map((post) => ({ ...studentsIn(post), awaitsVerification: true }))),
  ])
  const ready = new Map(waiting.map(({ _id, count }) => [_id, count]))
  const rows = all.map(({ _id, count }) => ({
    className: _id,
    total: count,
    ready: ready.get(_id) ?? 0,
  }))
  return { classes: rows.sort((a, b) => b.ready - a.ready || (a.className < b.className ? -1 : 1)) }
}

async function countByClass(where: ReturnType<typeof studentsIn>[]) {
  return store.firstOfEach('students', { where, orderBy: { _id: 1 } }, 'className', 1)
}

/** Everybody of a class: who is ready, who lacks what, and who is verified. */
export async function oneClass(
  { className }: Input<'desk.class'>,
  { caller, now }: Call,
): Promise<Output<'desk.class'>> {
  const found = await store.find('students', { where: { className }, orderBy: [['_id', 'asc']] })
  const may = await Promise.all(found.map((student) => verifies(memberOf(caller), student)))
  const mine = found.filter((_, index) => may[index])
  const [first] = mine
  const cohort = first && (await publishedCohort(first.cohort))
  return {
    className,
    conditional:
      cohort?.items.some(({ rule }) => rule.kind === 'verification' && rule.conditional) ?? false,
    students: cohort ? mine.map((student) => toRow(cohort, student, now)) : [],
    now: now.toISOString(),
  }
}

/** Whether a staff member may say the college's word about a student, also for a post that nobody holds. */
export async function verifies(member: StaffMember, student: Student): Promise<boolean> {
  const roles = await rolesFor(member, subjectOf(student))
  return roles.some((role) => VERIFIERS.includes(role))
}

function toRow(
  cohort: Cohort,
  student: Student,
  now: Date,
): Output<'desk.class'>['students'][number] {
  const { _id: studentNo, name, requests } = student
  const situation = situationOf(cohort, student, 'verification', now)
  const lacking = situation.lacking.map(({ title }) => title)
  const { brief, state } = standingOf(requests)
  const says = brief && state ? state.says(brief) : ''
  if (state?.item?.status === 'done') {
    return { studentNo, name, state: 'verified', lacking: [], says }
  }
  if (brief?.state === 'conditional') {
    return { studentNo, name, state: 'conditional', lacking, says }
  }
  return { studentNo, name, state: lacking.length > 0 ? 'lacking' : 'ready', lacking, says: '' }
}

function standingOf(requests: Student['requests']) {
  const brief = requests?.verification
  return { brief, state: brief && stateOf(tableOf('verification'), brief.state) }
}
