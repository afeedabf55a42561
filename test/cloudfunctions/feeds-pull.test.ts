import { owes } from './fake-source'
import { FeedingSchool } from './feeding-school'
import { FOREIGN_STUDENT, OWN_STUDENT } from './small-school'

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
})

const arrears = (studentNo: string) => feeding.student(studentNo).facts.arrears

test('what a system says stands on the sheets of its students, and the others owe nothing', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 120_000)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({
    ...{ way: 'pull', mode: 'snapshot', state: 'done', by: '系统', note: '' },
    ...{ received: 1, changed: 2, applied: 2, rejected: 0 },
  })
  expect(arrears(OWN_STUDENT)).toEqual({
    value: [{ fee: 'lodging', year: 2021, owedFen: 120_000 }],
    asOf: '2022-06-10T01:00:00.000Z',
    source: '财务系统',
  })
  expect(feeding.student(OWN_STUDENT).items?.['lodging']).toBe('pending')
  expect(arrears(FOREIGN_STUDENT)?.value).toEqual([])
  expect(feeding.feed()).toMatchObject({
    ...{ asOf: '2022-06-10T01:00:00.000Z', missed: 0, named: 1, open: 1 },
    nextAt: expect.stringMatching(/^2022-06-10T01:10:3/) as string,
  })
})
