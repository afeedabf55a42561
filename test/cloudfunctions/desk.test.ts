import type { StaffRole } from '../../domain/roles/people'
import { clearedFacts } from '../domain/sheet/students'
import { dormForm, FOREIGN_STUDENT, openidOf, OWN_REQUEST, SmallSchool } from './small-school'

let school: SmallSchool

beforeAll(async () => {
  school = await SmallSchool.open()
})
afterAll(() => school.close())
beforeEach(async () => {
  await school.seed()
  await school.cloud.store.remove('requests', { _id: { $ne: OWN_REQUEST } })
})

/** So many check-outs that wait for the counsellor of one class, the later ones more urgent. */
async function pile(count: number, className = '软件技术 1901 班'): Promise<void> {
  const [own] = school.cloud.store.find<Record<string, unknown>>('requests', {
    filter: { _id: OWN_REQUEST },
  })
  const day = (index: number) => `2022-06-${String(30 - (index % 20)).padStart(2, '0')}`
  await school.cloud.store.put(
    'requests',
    Array.from({ length: count }, (_, index) => ({
      ...own,
      _id: `TS220610-${String(index).padStart(6, '0')}`,
      student: { ...(own?.student as object), className, name: `学生${index}` },
      form: { ...dormForm(), leaveOn: day(index) },
      dueOn: day(index),
    })),
  )
}

async function list(role: StaffRole, input: { page: number; procedure?: 'dormCheckout' }) {
  const answer = await school.call(openidOf(role, 'own'), 'desk.worklist', input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data
}

test('20 a page, the most urgent first, none twice and none left out', async () => {
  await pile(45)
  const pages = [0, 1, 2].map((page) => list('counsellor', { page }))
  const rows = (await Promise.all(pages)).map((page) => page.rows)
  expect(rows.map((page) => page.length)).toEqual([20, 20, 6])
  const ids = rows.flat().map(({ id }) => id)
  expect(new Set(ids).size).toBe(46)
  const first = await list('counsellor', { page: 0 })
  expect(first.counts).toEqual([{ procedure: 'dormCheckout', title: '退宿', count: 46 }])
  const days = first.rows.map(({ summary }) => Number(/(\d+) 日/.exec(summary)?.[1]))
  expect(days).toEqual([...days].sort((a, b) => a - b))
})

test('a page of 20 out of 3,000 costs two reads, whoever asks', async () => {
  await pile(3_000)
  await list('counsellor', { page: 0 })
  school.cloud.stats.take()
  await list('counsellor', { page: 0 })
  expect(school.cloud.stats.take().reads).toBe(2)
  await list('counsellor', { page: 7, procedure: 'dormCheckout' })
  expect(school.cloud.stats.take().reads).toBe(2)
})

test('nothing of another part of the school is on the list or found', async () => {
  await pile(3, '数控技术 1901 班')
  expect((await list('counsellor', { page: 0 })).rows.map(({ id }) => id)).toEqual([OWN_REQUEST])
  const search = (text: string) =>
    school.call(openidOf('counsellor', 'own'), 'desk.search', { text })
  expect(await search('数控')).toMatchObject({ data: { requests: [], students: [] } })
  expect(await search(FOREIGN_STUDENT)).toMatchObject({ data: { requests: [], students: [] } })
  expect(await search('.*')).toMatchObject({ data: { requests: [], students: [] } })
})

test.each(['林知', '1901010', '软件技术', '3-412', '3 号楼 412', '412'])(
  '%s finds the student and the request',
  async (text) => {
    const answer = await school.call(openidOf('counsellor', 'own'), 'desk.search', { text })
    expect(answer.ok && answer.data.requests.map(({ id }) => id)).toEqual([OWN_REQUEST])
    expect(answer.ok && answer.data.students.map(({ name }) => name)).toEqual(['林知夏'])
  },
)

test('finance finds refunds only, and no students as such', async () => {
  const answer = await school.call(openidOf('finance', 'own'), 'desk.search', { text: '林知夏' })
  expect(answer).toMatchObject({ ok: true, data: { requests: [], students: [] } })
})

test('what waits for the dorm manager has nothing that could be done in bulk', async () => {
  await school.cloud.store.update(
    'requests',
    { _id: OWN_REQUEST },
    { $set: { state: 'inspection', waitsFor: 'dormManager' } },
  )
  const { rows } = await list('dormManager', { page: 0 })
  expect(rows).toMatchObject([{ id: OWN_REQUEST, place: '3 号楼 412 室 2 床', quick: [] }])
})

test('whoever is in charge of a student sees the whole sheet and may file', async () => {
  const student = await school.addBoarder(900)
  const ask = (role: StaffRole) =>
    school.call(openidOf(role, 'own'), 'desk.student', { studentNo: student._id })
  const seen = await ask('counsellor')
  expect(seen.ok && seen.data.mayFile.map(({ procedure }) => procedure)).toEqual([
    ...['dormCheckout', 'cardRefund', 'archive'],
  ])
  expect(seen.ok && seen.data.items.length).toBeGreaterThan(5)
  const other = await ask('secretary')
  expect(other.ok && other.data.mayFile).toEqual([])
})

describe('学院核验', () => {
  const counsellor = openidOf('counsellor', 'own')
  let asked = 0
  const verify = (students: string[]) =>
    school.call(counsellor, 'desk.verify', {
      students,
      requestId: `desk-verify-${String(++asked).padStart(6, '0')}`,
    })

  test('a class is verified at once, and those who lack something say what', async () => {
    const ready = await school.addBoarder(950)
    const lacking = await school.addBoarder(951)
    const cleared = { ...ready.facts.residence, value: { ...ready.facts.residence?.value } }
    await school.cloud.store.update(
      'students',
      { _id: ready._id },
      {
        $set: {
          'facts.residence': {
            ...cleared,
            value: { ...cleared.value, checkedOutOn: '2022-06-09' },
          },
        },
      },
    )
    const seen = await school.call(counsellor, 'desk.class', { className: ready.className })
    const rows = seen.ok ? seen.data.students : []
    const rowOf = (studentNo: string) => rows.find((row) => row.studentNo === studentNo)
    expect(rowOf(ready._id)).toMatchObject({ state: 'ready' })
    expect(rowOf(lacking._id)).toMatchObject({ state: 'lacking', lacking: ['退宿'] })
    expect(await verify([ready._id, lacking._id, FOREIGN_STUDENT, '1999999999'])).toMatchObject({
      data: {
        results: [
          { studentNo: ready._id, ok: true, message: '已核验' },
          { ok: false, message: '还不能核验，必办环节没有办完：退宿。' },
          { ok: false, message: '这位同学不在你负责的范围内，需要的话请联系管理员。' },
          { ok: false, message: '这位同学不在你负责的范围内，需要的话请联系管理员。' },
        ],
      },
    })
    const sheet = await school.call(ready.openid, 'clearance.sheet', {})
    expect(sheet).toMatchObject({ ok: true, data: { mayLeave: true } })
  })

  test('who awaits it is counted without looking at every student', async () => {
    const one = await school.addBoarder(960, { awaitsVerification: true })
    school.cloud.stats.take()
    const answer = await school.call(counsellor, 'desk.classes', {})
    expect(school.cloud.stats.take().reads).toBe(3)
    const [row] = answer.ok ? answer.data.classes : []
    expect(row).toMatchObject({ className: one.className, ready: 1 })
  })

  test('a class without a counsellor, in a college without a secretary, is verified by student affairs', async () => {
    const affairs = openidOf('studentAffairs', 'own')
    const { store, clock } = school.cloud
    const orphan = await school.addBoarder(970, {
      college: '艺术学院',
      className: '动漫设计 1901 班',
      awaitsVerification: true,
      facts: clearedFacts(),
    })
    const held = await school.addBoarder(971, { facts: clearedFacts() })
    // What a warm function knows of the school is a minute old at most.
    clock.set(new Date(clock.now().getTime() + 90_000).toISOString())
    const listed = await school.call(affairs, 'desk.classes', {})
    expect(listed.ok && listed.data.classes).toEqual([
      { className: orphan.className, total: 1, ready: 1 },
    ])
    const seen = await school.call(affairs, 'desk.class', { className: orphan.className })
    expect(seen.ok && seen.data.students).toMatchObject([{ state: 'ready' }])
    const others = await school.call(affairs, 'desk.class', { className: held.className })
    expect(others).toMatchObject({ ok: true, data: { students: [] } })
    const answer = await school.call(affairs, 'desk.verify', {
      students: [orphan._id, held._id],
      requestId: 'desk-verify-affairs-0001',
    })
    expect(answer.ok && answer.data.results).toMatchObject([
      { studentNo: orphan._id, ok: true },
      { studentNo: held._id, ok: false },
    ])
    await store.remove('students', { _id: { $in: [orphan._id, held._id] } })
  })

  test('another class is not shown, even to who knows its name', async () => {
    const answer = await school.call(counsellor, 'desk.class', { className: '数控技术 1901 班' })
    expect(answer).toMatchObject({ ok: true, data: { students: [] } })
  })
})
