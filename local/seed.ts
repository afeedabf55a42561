import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCohort } from '../domain/cohort/parse'
import { nextAsking, unheardFeed } from '../domain/feeds/after'
import type { Feed } from '../domain/feeds/feed'
import { SOURCES } from '../domain/feeds/sources'
import type { Binding } from '../domain/roles/people'
import { tallyAll } from '../domain/statistics/tally'
import type { Student } from '../domain/student/student'
import type { Store } from './cloud'
import { generateRoster } from './roster/generate'
import { hashProof } from '../cloudfunctions/shared/proof'
import { holdingsOf, SYSTEMS } from './campus/holdings'
import { withStanding } from './campus/standing'
import { NEW_STUDENT, newStaff, newStudent } from './roster/newcomers'
import { demoStudents, listPeople, type Person } from './roster/people'
import { demoStaff } from './roster/staff'

/** When the demo school is opened for the first time, and how fresh its data is then. */
export const FIRST_MORNING = '2022-06-10T09:00:00+08:00'
const DATA_AS_OF = '2022-06-10T08:35:00+08:00'
const COHORT = '2022'

const students = demoStudents(COHORT, DATA_AS_OF)
const staff = demoStaff()

/** The people one can be at once, without binding by hand. */
export const people: Person[] = listPeople(students, staff)

/** Fills an empty store: cohort 2022, 3,000 invented students, the staff, and the demo people bound. */
export async function seed(store: Store, cohortsFolder: string): Promise<void> {
  if (store.count('cohorts') > 0) return
  const roster = generateRoster({ seed: 2022, count: 3_000, cohort: COHORT, asOf: DATA_AS_OF })
  const file = path.join(cohortsFolder, COHORT, 'cohort.json')
  const cohort = parseCohort(JSON.parse(readFileSync(file, 'utf8')))
  await store.put('cohorts', [cohort])
  const named = [...students, newcomer()]
  const everybody = [...roster.students, ...named.map(({ student }) => student)]
  await store.put('requests', [...roster.requests, ...named.flatMap(({ requests }) => requests)])
  const now = new Date(FIRST_MORNING)
  const counted = everybody.map((student) => withStanding(cohort, student, now))
  await store.put('students', counted)
  await store.put('tallies', tallyAll(counted))
  await store.put('feeds', feeds(counted))
  await store.put('staff', [...roster.staff, ...staff])
  await store.put('bindings', bindings())
  await seedNewcomers(store)
}

/** The systems have been asked a while ago, and go on from there: nothing of the first sheets is newer. */
function feeds(students: readonly Student[]): Feed[] {
  return SYSTEMS.map((system) => ({
    ...unheardFeed(system),
    asOf: DATA_AS_OF,
    cursor: '0',
    nextAt: nextAsking(system, new Date(FIRST_MORNING)),
    cohorts: {
      [COHORT]: {
        asOf: DATA_AS_OF,
        named: students.filter(({ facts }) => system in holdingsOf(facts)).length,
        open: students.filter((student) => SOURCES[system].isOpen(student)).length,
        spoiled: [],
      },
    },
  }))
}

function newcomer(): ReturnType<typeof newStudent> {
  const [classmate] = students
  if (!classmate) throw new Error('there is no class to be new in')
  return newStudent(classmate.student)
}

async function seedNewcomers(store: Store): Promise<void> {
  await store.put('staff', [newStaff(newcomer().student.className)])
  const proof = await hashProof(NEW_STUDENT.idCardTail)
  const _id = `student:${NEW_STUDENT.studentNo}`
  await store.put('proofs', [{ _id, ...proof, eraseOn: '2022-12-31' }])
}

function bindings(): Binding[] {
  return people.map(({ openid, studentNo, staffNo }) => ({
    _id: openid,
    person: studentNo ? `student:${studentNo}` : `staff:${staffNo}`,
    boundAt: FIRST_MORNING,
  }))
}
