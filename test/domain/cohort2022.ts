import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCohort } from '../../domain/cohort/parse'

/** The shipped cohort file, unparsed: a fresh copy each time, so that a test may spoil it. */
export function readCohort2022(): Record<string, unknown> {
  const file = path.join(__dirname, '../../cohorts/2022/cohort.json')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

export const cohort2022 = parseCohort(readCohort2022())
