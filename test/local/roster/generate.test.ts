import { deriveSheet } from '../../../domain/sheet/derive'
import { TRAITS } from '../../../domain/student/traits'
import { generateRoster } from '../../../local/roster/generate'
import { demoStudents, listPeople } from '../../../local/roster/people'
import { demoStaff } from '../../../local/roster/staff'
import { ROLE_NAMES } from '../../../domain/roles/people'
import { cohort2022 } from '../../domain/cohort2022'

const ASOF = '2022-06-10T06:05:00+08:00'
const NOW = new Date('2022-06-10T09:00:00+08:00')
const OPTIONS = { seed: 2022, count: 3_000, cohort: '2022', asOf: ASOF }
const roster = generateRoster(OPTIONS)

test('3,000 students with numbers of their own, in six colleges', () => {
  expect(new Set(roster.students.map(({ _id }) => _id)).size).toBe(3_000)
  expect(new Set(roster.students.map(({ college }) => college)).size).toBe(6)
})

test('the same seed gives the same roster, another seed another', () => {
  expect(generateRoster(OPTIONS)).toEqual(roster)
  expect(generateRoster({ ...OPTIONS, seed: 1 })).not.toEqual(roster)
})

test('every class has one counsellor, every college a secretary', () => {
  const scopes = roster.staff.flatMap(({ grants }) => grants)
  const classes = [...new Set(roster.students.map(({ className }) => className))].sort()
  const looked = scopes.filter(({ role }) => role === 'counsellor')
  expect(looked.flatMap(({ scope }) => scope.values).sort()).toEqual(classes)
  expect(scopes.filter(({ role }) => role === 'secretary')).toHaveLength(6)
})

test('every combination of traits occurs with every dot that it can have', () => {
  const seen = new Set<string>()
  for (const student of roster.students) {
    const traits = TRAITS.map((trait) => (student.traits.includes(trait) ? '1' : '0')).join('')
    const { steps } = deriveSheet(cohort2022, student, student.facts, student.requests ?? {}, NOW)
    for (const { code, status } of steps.flatMap(({ items }) => items)) {
      seen.add(`${traits} ${code} ${status}`)
    }
  }
  const missing: string[] = []
  for (let bits = 0; bits < 32; bits += 1) {
    const own = TRAITS.filter((_, index) => (bits >> index) & 1)
    const traits = TRAITS.map((trait) => (own.includes(trait) ? '1' : '0')).join('')
    for (const { code, appliesTo } of cohort2022.items) {
      const applies = appliesTo.every((trait) => own.includes(trait))
      for (const status of applies ? ['done', 'pending'] : ['exempt']) {
        const done = code === 'verification' && status === 'done'
        if (!done && !seen.has(`${traits} ${code} ${status}`))
          missing.push(`${traits} ${code} ${status}`)
      }
    }
  }
  expect(missing).toEqual([])
  expect([...seen].some((entry) => entry.endsWith('verification done'))).toBe(true)
})

test('the demo people hold one of each role at least, each with an OPENID of their own', () => {
  const people = listPeople(demoStudents('2022', ASOF), demoStaff())
  expect([...new Set(people.map(({ role }) => role))].sort()).toEqual(
    Object.keys(ROLE_NAMES).sort(),
  )
  expect(new Set(people.map(({ openid }) => openid)).size).toBe(people.length)
})
