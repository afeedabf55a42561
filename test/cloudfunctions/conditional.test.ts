import type { Cohort } from '../../domain/cohort/schema'
import type { Student } from '../../domain/student/student'
import { cohort2022 } from '../domain/cohort2022'
import { fact } from '../domain/sheet/students'
import { openidOf, SmallSchool } from './small-school'

/** 有条件核验, in a college that allows it. */
let school: SmallSchool
let asked = 0
const requestId = () => `conditional-${String(++asked).padStart(8, '0')}`
const COUNSELLOR = openidOf('counsellor', 'own')
const WORDS = { condition: '补缴住宿费', until: '2022-06-30' }

beforeAll(async () => {
  school = await SmallSchool.open()
})
beforeEach(async () => {
  await school.seed()
  await school.cloud.store.put('cohorts', [allowing()])
  await moveTo('2022-06-10')
})
afterAll(() => school.close())

function allowing(): Cohort {
  const items = cohort2022.items.map((item) =>
    item.rule.kind === 'verification'
      ? { ...item, rule: { ...item.rule, conditional: true } }
      : item,
  )
  return { ...cohort2022, items }
}

async function moveTo(day: string): Promise<void> {
  await fetch(`${school.cloud.url}/dev/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: `${day}T09:00:00+08:00` }),
  })
}

/** Nothing but 1,200 yuan for the room is missing. */
async function owing(number: number): Promise<Student & { openid: string }> {
  const owed = fact([{ fee: 'lodging' as const, year: 2021, owedFen: 120_000 }])
  const { facts } = await school.addBoarder(number)
  const residence = fact({ building: '3 号楼', room: '412', bed: '1', checkedOutOn: '2022-06-09' })
  return school.addBoarder(number, { facts: { ...facts, residence, arrears: owed } })
}

async function verify(student: Student, condition?: object) {
  const input = { students: [student._id], requestId: requestId(), ...(condition && { condition }) }
  const answer = await school.call(COUNSELLOR, 'desk.verify', input)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data.results[0]
}

async function passOf({ openid }: { openid: string }) {
  const answer = await school.call(openid, 'pass.show', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data
}

async function rowOf({ openid }: { openid: string }): Promise<string> {
  const answer = await school.call(openid, 'clearance.item', { code: 'verification' })
  return answer.ok ? `${answer.data.item.status} ${answer.data.item.reason}` : ''
}

test('the pass opens on a condition until its day, and the guard reads the condition', async () => {
  const student = await owing(1)
  expect((await passOf(student)).pass).toBeNull()
  expect(await verify(student, WORDS)).toMatchObject({ ok: true, message: '已有条件核验' })
  expect(await rowOf(student)).toBe('pending 有条件核验：补缴住宿费，6 月 30 日前')

  await moveTo('2022-06-30')
  const { pass } = await passOf(student)
  expect(pass?.condition).toBe('补缴住宿费，6 月 30 日前')
  const scanned = await school.call(openidOf('guard', 'own'), 'pass.scan', {
    token: pass?.token,
    requestId: requestId(),
  })
  expect(scanned).toMatchObject({
    data: {
      verdict: 'allowed',
      reason: '学院有条件核验，可以放行。还要补办：补缴住宿费，6 月 30 日前。',
    },
  })

  await moveTo('2022-07-01')
  expect(await passOf(student)).toMatchObject({ pass: null, missing: ['住宿费', '学院核验'] })
})

test('what was missing is done: the condition is met, whatever the day', async () => {
  const student = await owing(2)
  await verify(student, WORDS)
  const [known] = school.cloud.store
    .find<Student>('students')
    .filter(({ _id }) => _id === student._id)
  if (!known) throw new Error('nobody')
  await school.cloud.store.put('students', [
    { ...known, facts: { ...known.facts, arrears: fact([]) } },
  ])
  await moveTo('2022-08-01')
  expect(await rowOf(student)).toBe('done 6 月 10 日已核验')
  expect((await passOf(student)).pass).toMatchObject({ condition: null })
})

test('what else comes to be missing keeps the gate shut', async () => {
  const student = await owing(3)
  await verify(student, WORDS)
  const [known] = school.cloud.store
    .find<Student>('students')
    .filter(({ _id }) => _id === student._id)
  if (!known) throw new Error('nobody')
  const loans = fact([{ barcode: 'N0412345', title: '数据结构' }])
  await school.cloud.store.put('students', [{ ...known, facts: { ...known.facts, loans } }])
  expect((await passOf(student)).pass).toBeNull()
})

test('who may leave on a condition alone is not counted among those who may leave', async () => {
  const student = await owing(4)
  await verify(student, WORDS)
  const kept = school.cloud.store.find<Student>('students').find(({ _id }) => _id === student._id)
  expect(kept).toMatchObject({ mayLeave: false, items: { verification: 'pending' } })
})

test.each([
  ['a day that has passed', '2022-06-09', '最晚的那一天不能早于今天'],
  ['a day long ago', '2020-01-01', '最晚的那一天不能早于今天'],
  ['a day that is far away', '2023-06-10', '最晚不能晚于半年以后'],
])('%s is refused at its field', async (_, until, sentence) => {
  const student = await owing(5)
  const result = await verify(student, { ...WORDS, until })
  expect(result).toMatchObject({ ok: false, message: sentence, fields: { until: sentence } })
})

test('the class says who was verified on which condition, and it can be given another day', async () => {
  const student = await owing(6)
  await verify(student, WORDS)
  await verify(student, { ...WORDS, until: '2022-07-15' })
  const answer = await school.call(COUNSELLOR, 'desk.class', { className: student.className })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  expect(answer.data.conditional).toBe(true)
  expect(answer.data.students.find(({ studentNo }) => studentNo === student._id)).toMatchObject({
    state: 'conditional',
    lacking: ['住宿费'],
    says: '有条件核验：补缴住宿费，7 月 15 日前',
  })
})

test('the college of 2022 届 has not said that it allows it', async () => {
  const fresh = await SmallSchool.open()
  try {
    const student = await fresh.addBoarder(1)
    const answer = await fresh.call(COUNSELLOR, 'desk.verify', {
      students: [student._id],
      condition: WORDS,
      requestId: requestId(),
    })
    expect(answer).toMatchObject({ data: { results: [{ message: '学院没有开通有条件核验。' }] } })
  } finally {
    await fresh.close()
  }
})
