import type { Grant, StaffMember } from '../../domain/roles/people'
import type { Request } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { TRAITS, type Trait } from '../../domain/student/traits'
import { inventFacts } from './facts'
import { withFinished } from './finished'
import { seededRandom, type Random } from './random'
import synthetic from './synthetic.json'

export interface Roster {
  students: Student[]
  /** What they have finished. */
  requests: Request[]
  staff: StaffMember[]
}

export interface RosterOptions {
  seed: number
  /** How many students; they fill the colleges evenly, in classes of at most `CLASS_SIZE`. */
  count: number
  cohort: string
  /** Instant of all facts, ISO. */
  asOf: string
}

const CLASS_SIZE = 42
const YEAR = '19'

interface ClassSeat {
  college: string
  className: string
  studentNo: string
}

/** An invented school year: nobody in it exists. The same options give the same roster. */
export function generateRoster({ seed, count, cohort, asOf }: RosterOptions): Roster {
  const random = seededRandom(seed)
  const everybody = seatsOf(count).map(({ college, className, studentNo }, index) => {
    const diligence = random.pick([0, 0.3, 0.6, 0.8, 0.9, 1])
    const traits = inventTraits(random, index)
    const name = inventName(random)
    const { facts, finished } = inventFacts(random, traits, diligence, asOf)
    const student: Student = { _id: studentNo, cohort, name, college, className, traits, facts }
    return withFinished(student, finished)
  })
  const students = everybody.map(({ student }) => student)
  const requests = everybody.flatMap((each) => each.requests)
  return { students, requests, staff: inventStaff(random, students) }
}

function seatsOf(count: number): ClassSeat[] {
  const { colleges } = synthetic
  const perMajor = Math.ceil(count / colleges.length / 3)
  const seats = colleges.flatMap((college) =>
    college.majors.flatMap((major, majorIndex) =>
      Array.from({ length: perMajor }, (_, index) => {
        const classNo = twoDigits(Math.floor(index / CLASS_SIZE) + 1)
        const seat = twoDigits((index % CLASS_SIZE) + 1)
        return {
          college: college.name,
          className: `${major} ${YEAR}${classNo} 班`,
          studentNo: `${YEAR}${college.code}${twoDigits(majorIndex + 1)}${classNo}${seat}`,
        }
      }),
    ),
  )
  return seats.slice(0, count)
}

/** Every third student takes the next of the 32 combinations in turn; the others are as in life. */
function inventTraits(random: Random, index: number): Trait[] {
  if (index % 3 === 0) return TRAITS.filter((_, bit) => ((index / 3) >> bit) & 1)
  const usual: Record<Trait, number> = {
    boarder: 0.9,
    leagueMember: 0.8,
    partyMember: 0.05,
    campusHukou: 0.15,
    upgrade: 0.2,
  }
  return TRAITS.filter((trait) => random.chance(usual[trait]))
}

function inventName(random: Random): string {
  return random.pick(Array.from(synthetic.surnames)) + random.pick(synthetic.given)
}

/** A counsellor for every three classes, a secretary a college, a dorm manager a building. */
function inventStaff(random: Random, students: readonly Student[]): StaffMember[] {
  const classes = [...new Set(students.map(({ className }) => className))]
  const colleges = [...new Set(students.map(({ college }) => college))]
  const trios = classes.flatMap((_, index) => (index % 3 ? [] : [classes.slice(index, index + 3)]))
  const grants: Grant[] = [
    ...trios.map((values): Grant => ({ role: 'counsellor', scope: { kind: 'class', values } })),
    ...colleges.map((college): Grant => ({
      role: 'secretary',
      scope: { kind: 'college', values: [college] },
    })),
    ...synthetic.buildings.map((building): Grant => ({
      role: 'dormManager',
      scope: { kind: 'building', values: [building] },
    })),
  ]
  return grants.map((grant, index) => ({
    _id: String(20_100_001 + index),
    name: inventName(random),
    grants: [grant],
  }))
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
