import type { SheetDigest } from '../sheet/digest'
import type { Status } from '../sheet/sheet'
import type { Student } from '../student/student'

/**
 * How far one class is, kept up to date by every write of one of its students: statistics of a school
 * are sums over its classes, never scans of its students.
 */
export interface Tally {
  /** `2022#软件技术 1902 班` */
  _id: string
  cohort: string
  college: string
  className: string
  students: number
  mayLeave: number
  /** By item code, how many students it is done, pending or exempt for. */
  items: Record<string, Record<Status, number>>
}

/** As much of a student as a tally counts. */
export type Counted = Pick<Student, 'cohort' | 'college' | 'className'> & Partial<SheetDigest>

export function tallyId({ cohort, className }: Pick<Counted, 'cohort' | 'className'>): string {
  return `${cohort}#${className}`
}

export function emptyTally(student: Counted): Tally {
  const { cohort, college, className } = student
  const counts = { students: 0, mayLeave: 0, items: {} }
  return { _id: tallyId(student), cohort, college, className, ...counts }
}

/** A tally with a student more in it; one who carries no digest is nowhere counted. */
export function withStudent(tally: Tally, student: Counted): Tally {
  return { ...counted(tally, student, 1), college: student.college }
}

/** A tally without a student that was in it. */
export function withoutStudent(tally: Tally, student: Counted): Tally {
  return counted(tally, student, -1)
}

/** The tallies of students, from nothing. */
export function tallyAll(students: Iterable<Counted>): Tally[] {
  const tallies = new Map<string, Tally>()
  for (const student of students) {
    const id = tallyId(student)
    tallies.set(id, withStudent(tallies.get(id) ?? emptyTally(student), student))
  }
  return [...tallies.values()]
}

function counted(tally: Tally, { items: own, mayLeave }: Counted, by: 1 | -1): Tally {
  if (!own) return tally
  const items = { ...tally.items }
  for (const [code, status] of Object.entries(own)) {
    const before = items[code] ?? { done: 0, pending: 0, exempt: 0 }
    items[code] = { ...before, [status]: before[status] + by }
  }
  return {
    ...tally,
    items,
    students: tally.students + by,
    mayLeave: tally.mayLeave + (mayLeave ? by : 0),
  }
}
