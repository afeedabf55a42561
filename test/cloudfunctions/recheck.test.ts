import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { AuditRecord } from '../../domain/audit/record'
import { owes } from './fake-source'
import { dataOf, EARLY, FeedingSchool } from './feeding-school'
import { FOREIGN_STUDENT, OWN_STUDENT, STUDENT_OPENID } from './small-school'

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
  feeding.finance.asOf = '2022-06-10T09:00:20+08:00'
})

const recheck = (code = 'lodging', requestId = randomUUID().replace(/-/g, '')) =>
  feeding.school.call(STUDENT_OPENID, 'sync.recheck', { code, requestId })

test('a fresh look is on the sheet at once, and in the trail', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 120_000)]
  const { said, nextAt } = dataOf(await recheck())
  expect(said).toBe('财务系统刚刚传来：欠 1,200.00 元。')
  expect(nextAt).toMatch(/^2022-06-10T01:10:3/)
  expect(feeding.finance.asked).toEqual([`/students/${OWN_STUDENT}`])
  expect(feeding.student(OWN_STUDENT).items?.['lodging']).toBe('pending')
  const trail = feeding.store.find<AuditRecord>('audit')
  expect(trail).toMatchObject([
    { person: `student:${OWN_STUDENT}`, action: 'sync.recheck', after: { 欠费: '欠 1,200.00 元' } },
  ])
})

test('nothing new is said honestly, and the fact is as fresh as the look', async () => {
  feeding.finance.records = [owes(FOREIGN_STUDENT, 100)]
  await feeding.minute()
  feeding.finance.asOf = '2022-06-10T09:00:29+08:00'
  expect(dataOf(await recheck()).said).toBe(
    '财务系统 09:00 的数据还是：没有欠费。刚办完的话，系统里要过一会儿才有。',
  )
  expect(feeding.student(OWN_STUDENT).facts.arrears?.asOf).toBe('2022-06-10T01:00:29.000Z')
})

test('a system that has not got on is said so', async () => {
  feeding.finance.asOf = '2022-06-10T06:00:00+08:00'
  expect(dataOf(await recheck()).said).toBe('财务系统还没有更新的数据，现在知道的是：没有欠费。')
})

test('nor one that has told everybody newer things since', async () => {
  await feeding.hearBefore('finance', { asOf: '2022-06-10T08:59:00+08:00' })
  feeding.finance.asOf = '2022-06-10T08:50:00+08:00'
  feeding.finance.records = [owes(OWN_STUDENT, 120_000)]
  const before = feeding.student(OWN_STUDENT).facts.arrears
  expect(dataOf(await recheck()).said).toBe('财务系统还没有更新的数据，现在知道的是：没有欠费。')
  expect(feeding.student(OWN_STUDENT).facts.arrears).toEqual(before)
})

test('once in ten minutes for each system, and the same attempt is answered again', async () => {
  const id = randomUUID().replace(/-/g, '')
  const first = await recheck('lodging', id)
  expect(await recheck('lodging', id)).toEqual(first)
  expect(await recheck('tuition')).toMatchObject({
    ok: false,
    error: {
      code: 'RATE_LIMITED',
      message: '刚请财务系统核对过，10 分钟内只能核对一次，请在 09:10 以后再试。',
    },
  })
  expect(await recheck('library')).toMatchObject({ ok: true })
  feeding.at('09:11:00')
  expect(await recheck('tuition')).toMatchObject({ ok: true })
})

test.each([
  ['an error', (response: ServerResponse) => response.writeHead(500).end()],
  ['nonsense', (response: ServerResponse) => response.end('[]')],
])('a system that answers with %s leaves everything as it was', async (_, badly) => {
  feeding.finance.badly = badly
  const before = JSON.stringify(feeding.school.contents())
  expect(dataOf(await recheck()).said).toBe(
    '财务系统现在没有答复。不用一直等，传来以后离校单会自己变。',
  )
  expect(JSON.stringify(feeding.school.contents())).toBe(before)
})

const owing = [{ fee: 'lodging' as const, year: 2021, owedFen: 120_000 }]

/** The student owes for lodging, as the system has said early in the morning. */
async function owingSince(asOf: string): Promise<void> {
  const arrears = { value: owing, asOf, source: '财务系统' }
  const { facts } = feeding.student(OWN_STUDENT)
  await feeding.store.update(
    'students',
    { _id: OWN_STUDENT },
    { $set: { facts: { ...facts, arrears } } },
  )
}

const owed = () => feeding.student(OWN_STUDENT).facts.arrears?.value

test('who has paid is green when the system says that it has looked them up', async () => {
  await owingSince(EARLY)
  expect(dataOf(await recheck()).said).toBe('财务系统刚刚传来：没有欠费。')
  expect(owed()).toEqual([])
})

test('an answer that names nobody says nothing', async () => {
  await owingSince(EARLY)
  feeding.finance.badly = (response) =>
    feeding.finance.send(response, { asOf: '2022-06-10T09:00:20+08:00', records: [] })
  expect(dataOf(await recheck()).said).toBe(
    '财务系统没有说清楚你的情况，离校单先不变，传来以后会自己变。',
  )
  expect(owed()).toEqual(owing)
})

test.each([
  ['another student', { student: FOREIGN_STUDENT, records: [] }],
  ['more records than came', { student: OWN_STUDENT, total: 1, records: [] }],
])('an answer that speaks of %s is none', async (_, answer) => {
  await owingSince(EARLY)
  feeding.finance.badly = (response) =>
    feeding.finance.send(response, { asOf: '2022-06-10T09:00:20+08:00', ...answer })
  expect(dataOf(await recheck()).said).toContain('没有答复')
  expect(owed()).toEqual(owing)
})

const brokenOff = (response: ServerResponse) =>
  feeding.finance.send(response, {
    asOf: '2022-06-10T09:00:20+08:00',
    mode: 'snapshot',
    total: 2,
    records: [],
    next: null,
  })

test.each([
  ['is held', null, 'held'],
  ['broke off', brokenOff, 'failed'],
])('while what the system says of all %s, a fresh look finishes nothing', async (...args) => {
  const [, badly, state] = args
  await owingSince(EARLY)
  feeding.finance.badly = badly
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state })
  feeding.finance.badly = null
  expect(dataOf(await recheck()).said).toBe(
    '财务系统这次说：没有欠费。但它传来的全部数据还没有核对好，离校单先不变，核对好以后会自己变。',
  )
  expect(owed()).toEqual(owing)
})

test('bad news is taken even then', async () => {
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'held' })
  feeding.finance.records = [owes(OWN_STUDENT, 500)]
  expect(dataOf(await recheck()).said).toBe('财务系统刚刚传来：欠 5.00 元。')
})

test('another student’s data is not taken for one’s own', async () => {
  feeding.finance.badly = (response) =>
    feeding.finance.send(response, {
      asOf: '2022-06-10T09:00:20+08:00',
      records: [owes(FOREIGN_STUDENT, 100)],
    })
  expect(dataOf(await recheck()).said).toContain('没有答复')
})

test('an item that no system decides is refused', async () => {
  expect(await recheck('archive')).toMatchObject({ error: { code: 'CLOSED' } })
  expect(await recheck('dorm')).toMatchObject({ error: { code: 'CLOSED' } })
  expect(await recheck('parking')).toMatchObject({ error: { code: 'NOT_FOUND' } })
})
