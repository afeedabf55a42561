import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseCohort } from '../../domain/cohort/parse'

/** The shipped cohort file, unparsed: a fresh copy each time, so that a test may spoil it. */
export function readCohort2022(): Record<string, unknown> {
  const file = path.join(__dirname, '../../cohorts/2022/cohort.json')
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
}

export const cohort2022 = parseCohort(readCohort2022())

/** Cohort 2022 with two items more that an office registers: 毕业服 by 学生处, 毕业照 by 辅导员. */
export const withRegistered = parseCohort({
  ...readCohort2022(),
  items: [
    ...(readCohort2022().items as object[]),
    registered('gown', '归还毕业服', 'studentAffairs'),
    registered('photo', '领毕业照', 'counsellor'),
  ],
})

function registered(code: string, title: string, registrar: string): object {
  return {
    code,
    title,
    todo: title,
    step: 1,
    required: false,
    department: '学生处',
    rule: { kind: 'completion' },
    procedure: 'register',
    registrar,
    guidance: { paragraphs: [{ text: '到学院办公室办。' }] },
  }
}
