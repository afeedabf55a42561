import type { Request } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { withRegistered } from '../domain/cohort2022'
import { openidOf, OWN_STUDENT, FOREIGN_STUDENT, SmallSchool, STUDENT_OPENID } from './small-school'

let school: SmallSchool
let asked = 0
const requestId = () => `registering-${String(++asked).padStart(8, '0')}`

beforeAll(async () => {
  school = await SmallSchool.open()
})
beforeEach(async () => {
  await school.seed()
  await school.cloud.store.put('cohorts', [withRegistered])
})
afterAll(() => school.close())

const OFFICE = openidOf('studentAffairs', 'own')

async function register(openid: string, item: string, students: string[], rest: object = {}) {
  const input = { item, students, transition: 'register', requestId: requestId(), ...rest }
  const answer = await school.call(openid, 'desk.register', input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data.results
}

async function rowOf(code: string): Promise<string> {
  const answer = await school.call(STUDENT_OPENID, 'clearance.item', { code })
  return answer.ok ? `${answer.data.item.status} ${answer.data.item.reason}` : answer.error.message
}

async function lacking(openid: string, item: string) {
  const input = { cohort: '2022', item, page: 0 }
  const answer = await school.call(openid, 'statistics.lacking', input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data
}

test('an office registers several at once, each once, and the student reads it', async () => {
  const id = requestId()
  const both = [OWN_STUDENT, FOREIGN_STUDENT]
  expect(await register(OFFICE, 'gown', both, { requestId: id })).toEqual(
    both.map((studentNo) => ({ studentNo, ok: true, message: '6 月 10 日已登记办结' })),
  )
  await register(OFFICE, 'gown', both, { requestId: id })
  const requests = school.cloud.store.find<Request>('requests')
  expect(requests.filter(({ procedure }) => procedure === 'register')).toHaveLength(2)
  expect(await rowOf('gown')).toBe('done 6 月 10 日已登记办结')
  expect(await rowOf('photo')).toBe('pending 学生处还没有登记办结')
  const messages = await school.call(STUDENT_OPENID, 'requests.messages', {})
  expect(messages).toMatchObject({
    data: { messages: [{ title: '归还毕业服', page: '/pages/item/item?code=gown' }] },
  })
})

test('the digest and the list of who lacks it follow', async () => {
  await school.addBoarder(7)
  await register(OFFICE, 'gown', ['1901020007'])
  const student = school.cloud.store
    .find<Student>('students')
    .find(({ _id }) => _id === '1901020007')
  expect(student?.items?.gown).toBe('done')
  expect(student?.lacks).toContain('photo')
  expect((await lacking(OFFICE, 'gown')).registers).toBe(true)
  expect((await lacking(OFFICE, 'photo')).registers).toBe(false)
  expect((await lacking(openidOf('counsellor', 'own'), 'photo')).registers).toBe(true)
})

test('why it cannot be yet is told with a reason, and never without one', async () => {
  const [refused] = await register(OFFICE, 'gown', [OWN_STUDENT], { transition: 'refuse' })
  expect(refused).toMatchObject({ ok: false, message: '请写明原因' })
  await register(OFFICE, 'gown', [OWN_STUDENT], { transition: 'refuse', note: '少一顶帽子' })
  expect(await rowOf('gown')).toBe('pending 还不能登记：少一顶帽子')
  await register(OFFICE, 'gown', [OWN_STUDENT])
  expect(await rowOf('gown')).toBe('done 6 月 10 日已登记办结')
})

test('a registration is found by name and revoked with a reason', async () => {
  await register(OFFICE, 'gown', [OWN_STUDENT])
  const found = await school.call(OFFICE, 'desk.search', { text: '林知夏' })
  if (!found.ok) throw new Error(JSON.stringify(found))
  const row = found.data.requests.find(({ procedure }) => procedure === 'register')
  await school.call(OFFICE, 'desk.decide', {
    decisions: [{ id: row?.id, version: 1 }],
    transition: 'revoke',
    note: '登记错了人',
    requestId: requestId(),
  })
  expect(await rowOf('gown')).toBe('pending 还不能登记：登记错了人')
})

test.each([
  ['another office', openidOf('librarian', 'own'), 'gown', OWN_STUDENT],
  ['the counsellor of another class', openidOf('counsellor', 'foreign'), 'photo', OWN_STUDENT],
  ['who is not there', OFFICE, 'gown', '1999999999'],
  ['an item that is not registered', OFFICE, 'league', OWN_STUDENT],
])('%s is refused in the same words', async (_, openid, item, studentNo) => {
  expect(await register(openid, item, [studentNo])).toEqual([
    { studentNo, ok: false, message: '这位同学不在你负责的范围内，需要的话请联系管理员。' },
  ])
})

test('another office does not find what it does not register', async () => {
  await register(OFFICE, 'gown', [OWN_STUDENT])
  const found = await school.call(openidOf('librarian', 'own'), 'desk.search', { text: '林知夏' })
  expect(found).toMatchObject({ data: { requests: [] } })
})
