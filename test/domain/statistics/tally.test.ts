import fc from 'fast-check'
import {
  emptyTally,
  tallyAll,
  withoutStudent,
  withStudent,
  type Counted,
} from '../../../domain/statistics/tally'

const status = fc.constantFrom('done', 'pending', 'exempt')
const student: fc.Arbitrary<Counted> = fc.record({
  cohort: fc.constant('2022'),
  college: fc.constant('信息工程学院'),
  className: fc.constantFrom('软件技术 1901 班', '软件技术 1902 班'),
  items: fc.record({ tuition: status, dorm: status }),
  mayLeave: fc.boolean(),
})

test('counts every student of a class once for each item', () => {
  const base = { cohort: '2022', college: '信息工程学院', className: '软件技术 1901 班' }
  const [tally] = tallyAll([
    { ...base, items: { tuition: 'done', dorm: 'exempt' }, mayLeave: true },
    { ...base, items: { tuition: 'pending', dorm: 'exempt' }, mayLeave: false },
  ])
  expect(tally).toEqual({
    _id: '2022#软件技术 1901 班',
    ...base,
    students: 2,
    mayLeave: 1,
    items: {
      tuition: { done: 1, pending: 1, exempt: 0 },
      dorm: { done: 0, pending: 0, exempt: 2 },
    },
  })
})

test('a student without a digest is counted nowhere', () => {
  const somebody = { cohort: '2022', college: '信息工程学院', className: '软件技术 1901 班' }
  expect(withStudent(emptyTally(somebody), somebody)).toEqual(emptyTally(somebody))
})

test('who goes out of a tally leaves it as it was before they came in', () => {
  fc.assert(
    fc.property(fc.array(student), student, (others, one) => {
      const [before = emptyTally(one)] = tallyAll([...others, one])
      const counts = withoutStudent(withStudent(before, one), one)
      expect(counts).toEqual({ ...before, items: expect.objectContaining(before.items) as object })
    }),
  )
})

test('a class moved student by student comes to what counting it anew gives', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(student, student), { minLength: 1 }), (moves) => {
      const oneClass = moves.map(([a, b]) => [a, { ...b, className: a.className }] as const)
      for (const start of tallyAll(oneClass.map(([before]) => before))) {
        const own = oneClass.filter(([{ className }]) => className === start.className)
        const moved = own.reduce(
          (tally, [before, after]) => withStudent(withoutStudent(tally, before), after),
          start,
        )
        expect([moved]).toEqual(tallyAll(own.map(([, after]) => after)))
      }
    }),
  )
})
