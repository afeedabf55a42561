import fc from 'fast-check'
import type { Request } from '../../domain/procedures/request'
import { digestOf } from '../../domain/sheet/digest'
import type { Trait } from '../../domain/student/traits'
import { tallyAll } from '../../domain/statistics/tally'
import { cohort2022 } from '../domain/cohort2022'
import { clearedFacts, fact, finishedRequests } from '../domain/sheet/students'
import { CountedSchool, leaver, reader } from './counted-school'
import { dormForm, MORNING, openidOf } from './small-school'

const CLASS = 4
const LEAGUE = { kind: 'school', organisation: '南京工程学院团委', applied: true }

let counted: CountedSchool
beforeAll(async () => {
  counted = await CountedSchool.open()
})
afterAll(() => counted.close())

/** Lives in the dorm, is in the league, and has all else done. */
function mover(number: number) {
  const { league: _, ...requests } = finishedRequests()
  const residence = { building: '3 号楼', room: '412', bed: '1', checkedOutOn: null }
  const facts = { ...clearedFacts(), residence: fact(residence) }
  const traits: Trait[] = ['boarder', 'leagueMember']
  return reader(number, { traits, facts, requests, openid: `mover-${number}` })
}

const filed = (number: number, procedure: string): Request | undefined =>
  counted.school.cloud.store.find<Request>('requests', {
    filter: { 'student.studentNo': String(1_901_030_000 + number), procedure },
  })[0]

const act = (procedure: string, transition: string, input: object) => (number: number) =>
  counted.school.call(`mover-${number}`, 'requests.act', {
    procedure,
    transition,
    input,
    note: '',
    requestId: counted.requestId(),
    version: filed(number, procedure)?.version ?? 0,
  })

const decide = (role: 'counsellor' | 'secretary' | 'leagueSecretary', transition: string) => {
  const procedure = role === 'leagueSecretary' ? 'league' : 'dormCheckout'
  return async (number: number) => {
    const { _id: id = '', version = 0 } = filed(number, procedure) ?? {}
    const decisions = [{ id, version }]
    await counted.school.call(openidOf(role, 'own'), 'desk.decide', {
      decisions,
      transition,
      note: '原因',
      requestId: counted.requestId(),
    })
  }
}

/** Whatever moves a dot on a sheet; many of them are refused where the request stands. */
const STEPS = {
  fileDorm: act('dormCheckout', 'file', dormForm()),
  withdrawDorm: act('dormCheckout', 'withdraw', {}),
  approve: decide('counsellor', 'approve'),
  return: decide('counsellor', 'return'),
  approveAgain: decide('secretary', 'approve'),
  fileLeague: act('league', 'file', LEAGUE),
  withdrawLeague: act('league', 'withdraw', {}),
  review: decide('leagueSecretary', 'approve'),
  undo: async (number: number) => {
    const { _id: id = '', version = 0 } = filed(number, 'dormCheckout') ?? {}
    const input = { id, version, requestId: counted.requestId() }
    await counted.school.call(openidOf('counsellor', 'own'), 'desk.undo', input)
  },
  async inspect(number: number) {
    const { _id: id = '', version = 0 } = filed(number, 'dormCheckout') ?? {}
    await counted.school.call(openidOf('dormManager', 'own'), 'desk.inspect', {
      rows: [{ id, version, result: 'pass', keysReturned: 2 }],
      checklist: [{ thing: '床', condition: 'good' }],
      damages: [],
      photos: [],
      remarks: '',
      requestId: counted.requestId(),
    })
  },
}

const step = fc.record({
  number: fc.integer({ min: 0, max: CLASS - 1 }),
  what: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
})
/** Steps of one class at the same time, again and again. */
const walk = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 7 })

test('after any steps of a class, many at once, what is counted is what a count would find', async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (rounds) => {
      await counted.school.cloud.store.remove('requests')
      await counted.school.seed()
      await counted.fill([...Array.from({ length: CLASS }, (_, n) => mover(n)), leaver(90)])
      for (const round of rounds) {
        await Promise.all(round.map(({ number, what }) => STEPS[what](number)))
      }
      const now = new Date(MORNING)
      for (const student of counted.students) {
        expect(student).toMatchObject(digestOf(cohort2022, student, now))
      }
      expect(counted.tallies).toEqual(tallyAll(counted.students))
    }),
    { numRuns: 4 },
  )
}, 120_000)

test('everybody of a class at once: none is counted twice and none is lost', async () => {
  await counted.school.cloud.store.remove('requests')
  await counted.school.seed()
  await counted.fill(Array.from({ length: 12 }, (_, n) => mover(n)))
  const all = Array.from({ length: 12 }, (_, n) => n)
  await Promise.all(all.map(STEPS.fileDorm))
  await Promise.all(all.map(STEPS.approve))
  await Promise.all(all.map(STEPS.approveAgain))
  await Promise.all(all.map(STEPS.inspect))
  await Promise.all(
    all.map((number) => act('dormCheckout', 'confirm', { name: `读者${number}` })(number)),
  )
  expect(counted.tallies).toEqual(tallyAll(counted.students))
  expect(counted.tallies[0]).toMatchObject({
    students: 12,
    items: { dorm: { done: 12, pending: 0, exempt: 0 } },
  })
}, 120_000)
