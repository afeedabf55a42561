import { sha256 } from '../../cloudfunctions/shared/sha256'
import { headOf, nextRecord } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead, TrailAnswer } from '../../domain/audit/record'
import { FOREIGN_STUDENT, openidOf, OWN_STUDENT, SmallSchool } from './small-school'

let school: SmallSchool
beforeAll(async () => (school = await SmallSchool.open()), 60_000)
afterAll(() => school.close())
beforeEach(async () => {
  await school.cloud.store.remove('audit')
  await school.cloud.store.remove('chains')
})

const person = `student:${OWN_STUDENT}`

/** Writes records about the student as the functions do. */
async function write(count: number): Promise<void> {
  let head: ChainHead | null = null
  const records: AuditRecord[] = []
  for (let n = 1; n <= count; n++) {
    const told = { role: 'counsellor', action: 'test', why: `第 ${n} 次`, before: {}, after: {} }
    const record = nextRecord(head, { person, by: 'staff:1', ...told }, '2022-06-10', sha256)
    records.push(record)
    head = headOf(record)
  }
  await school.cloud.store.put('audit', records)
  if (head) await school.cloud.store.put('chains', [head])
}

async function trailOf(studentNo: string): Promise<TrailAnswer> {
  const answer = await school.call(openidOf('auditor', 'own'), 'audit.trail', { studentNo })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

test('shows what was done about a student, the newest first, without the hashes between', async () => {
  await write(3)
  const { records, whole } = await trailOf(OWN_STUDENT)
  expect(whole).toBe(true)
  expect(records.map(({ why }) => why)).toEqual(['第 3 次', '第 2 次', '第 1 次'])
  expect(records[0]).not.toHaveProperty('previous')
})

test('shows 200 records at most, and checks all there are', async () => {
  await write(230)
  const { records, whole } = await trailOf(OWN_STUDENT)
  expect(whole).toBe(true)
  expect(records).toHaveLength(200)
  expect(records.at(-1)?.seq).toBe(31)
  await school.cloud.store.update('audit', { _id: `${person}#5` }, { $set: { why: '别的' } })
  expect((await trailOf(OWN_STUDENT)).whole).toBe(false)
})

test('tells when the newest record is gone', async () => {
  await write(3)
  await school.cloud.store.remove('audit', { _id: `${person}#3` })
  expect((await trailOf(OWN_STUDENT)).whole).toBe(false)
})

test('is empty and whole for a student about whom nothing was done', async () => {
  expect(await trailOf(FOREIGN_STUDENT)).toEqual({ records: [], whole: true })
})

test('shows an unbinding with its reason, from which role and by whom', async () => {
  const unbound = await school.call(openidOf('counsellor', 'own'), 'identity.unbindStudent', {
    studentNo: OWN_STUDENT,
    reason: '手机丢了',
    requestId: 'request-0000000001',
  })
  expect(unbound.ok).toBe(true)
  const { records, whole } = await trailOf(OWN_STUDENT)
  expect(whole).toBe(true)
  expect(records).toMatchObject([
    { role: 'counsellor', action: 'identity.unbindStudent', why: '手机丢了', seq: 1 },
  ])
  expect(records[0]?.by).toMatch(/^staff:\d+$/)
})
