import { countsOf, sumOf, sumsBy } from './sums'
import type { Tally } from './tally'

/** How far one college was on the morning of a day. */
export interface CollegeDay {
  college: string
  students: number
  mayLeave: number
  /** By item code, how many had it done. */
  done: Record<string, number>
}

/** How far a cohort was on the morning of a day; written once, every night. */
export interface Day {
  /** `2022#2022-06-10` */
  _id: string
  cohort: string
  /** YYYY-MM-DD, Asia/Shanghai. */
  day: string
  colleges: CollegeDay[]
}

/** A point of the line over time. */
export interface DayPoint {
  day: string
  students: number
  mayLeave: number
}

/** The day of each cohort that has students. @param day YYYY-MM-DD, Asia/Shanghai */
export function daysOf(tallies: readonly Tally[], day: string): Day[] {
  const cohorts = [...new Set(tallies.map(({ cohort }) => cohort))].sort()
  return cohorts.map((cohort) => ({
    _id: `${cohort}#${day}`,
    cohort,
    day,
    colleges: sumsBy(
      tallies.filter((tally) => tally.cohort === cohort),
      'college',
    ).map(({ name, sum }) => ({
      college: name,
      students: sum.students,
      mayLeave: sum.mayLeave,
      done: doneIn(sum),
    })),
  }))
}

/**
 * The line of some colleges, the oldest day first.
 * @param colleges all of them when absent
 */
export function lineOf(days: readonly Day[], colleges?: readonly string[]): DayPoint[] {
  return [...days]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, colleges: counted }) => {
      const wanted = counted.filter(({ college }) => colleges?.includes(college) ?? true)
      const { students, mayLeave } = sumOf(wanted.map((each) => ({ ...each, items: {} })))
      return { day, students, mayLeave }
    })
}

function doneIn(sum: ReturnType<typeof sumOf>): Record<string, number> {
  return Object.fromEntries(Object.keys(sum.items).map((code) => [code, countsOf(sum, code).done]))
}
