import { digestOf } from '../../domain/sheet/digest'
import type { Student } from '../../domain/student/student'
import { cohort2022 } from '../domain/cohort2022'
import { cardForm } from '../domain/procedures/school'
import { dormForm, MORNING, openidOf, SmallSchool } from './small-school'

const counsellor = openidOf('counsellor', 'own')
const secretary = openidOf('secretary', 'own')
const manager = openidOf('dormManager', 'own')
const affairs = openidOf('studentAffairs', 'own')

let school: SmallSchool
let number = 0
let student: Student & { openid: string }

beforeAll(async () => {
  school = await SmallSchool.open()
})
afterAll(() => school.close())
beforeEach(async () => {
  await school.seed()
  school.cloud.clock.set(MORNING)
  student = await school.addBoarder(++number)
})

let asked = 0
const requestId = () => `requests-test-${String(++asked).padStart(6, '0')}`

const act = (transition: string, version: number, input: object = {}, note = '') =>
  school.call(student.openid, 'requests.act', {
    procedure: 'dormCheckout',
    transition,
    version,
    input,
    note,
    requestId: requestId(),
  })

/** Files 退宿 and answers its number. */
async function filed(): Promise<string> {
  const answer = await act('file', 0, dormForm())
  if (!answer.ok || !answer.data.request) throw new Error(JSON.stringify(answer))
  return answer.data.request.id
}

const decide = (openid: string, id: string, version: number, transition = 'approve', note = '') =>
  school.call(openid, 'desk.decide', {
    decisions: [{ id, version }],
    transition,
    note,
    requestId: requestId(),
  })

async function resultOf(answer: ReturnType<typeof decide>) {
  const { ok, ...rest } = await answer
  if (!ok || !('data' in rest)) throw new Error(JSON.stringify(rest))
  return rest.data.results[0]
}

const inspect = (id: string, version: number, result: 'pass' | 'repair' = 'pass') =>
  school.call(manager, 'desk.inspect', {
    rows: [{ id, version, result, keysReturned: 2 }],
    checklist: dormForm().checklist,
    damages: [],
    photos: [],
    remarks: '桌腿要修',
    requestId: requestId(),
  })

async function dorm() {
  const answer = await school.call(student.openid, 'clearance.sheet', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const rows = answer.data.steps.flatMap(({ items }) => items)
  return rows.find(({ code }) => code === 'dorm')
}

test('a check-out goes from the form to green, and the audit trail is whole', async () => {
  const id = await filed()
  expect(await resultOf(decide(counsellor, id, 1))).toMatchObject({ ok: true })
  expect(await resultOf(decide(secretary, id, 2))).toMatchObject({
    ok: true,
    message: '请联系宿管员检查房间',
  })
  expect(await inspect(id, 3)).toMatchObject({ ok: true, data: { results: [{ ok: true }] } })
  expect(await dorm()).toMatchObject({ status: 'pending', reason: '请确认检查记录' })
  expect(await act('confirm', 4, { name: student.name })).toMatchObject({ ok: true })
  expect(await dorm()).toMatchObject({ status: 'done' })
  const trail = await school.call(openidOf('auditor', 'own'), 'audit.trail', {
    studentNo: student._id,
  })
  expect(trail).toMatchObject({ ok: true, data: { whole: true } })
  expect(trail.ok && trail.data.records.map(({ why }) => why)).toEqual([
    ...['确认了检查记录', '检查通过', '同意', '同意', '提交了申请'],
  ])
})

test('two counsellors approve at once: one wins, the other is told what happened', async () => {
  const other = openidOf('counsellor', 'foreign')
  const grant = { role: 'counsellor', scope: { kind: 'class', values: [student.className] } }
  await school.cloud.store.update('staff', { openid: other }, { $set: { grants: [grant] } })
  const id = await filed()
  const results = await Promise.all([decide(counsellor, id, 1), decide(other, id, 1)].map(resultOf))
  expect(results.map((result) => result?.ok).sort()).toEqual([false, true])
  const told = results.find((result) => !result?.ok)?.message
  expect(told).toMatch(/^辅导员教职工\d+ 09:00 同意，现在是「等学院书记审核」/)
  const [request] = school.cloud.store.find<{ version: number }>('requests', {
    filter: { _id: id },
  })
  expect(request?.version).toBe(2)
})

test('many are decided at once, and each says what became of it', async () => {
  const ids: string[] = []
  for (let index = 0; index < 3; index++) {
    student = await school.addBoarder(++number)
    ids.push(await filed())
  }
  await resultOf(decide(counsellor, ids[1] ?? '', 1, 'return', '离开时间要改'))
  const decisions = [...ids, 'TS220610-ABSENT'].map((id) => ({ id, version: 1 }))
  const order = { decisions, transition: 'approve', note: '', requestId: requestId() }
  const once = await school.call(counsellor, 'desk.decide', order)
  expect(once.ok && once.data.results.map(({ ok }) => ok)).toEqual([true, false, true, false])
  // A retry after a lost answer answers the same, and does nothing twice.
  expect(await school.call(counsellor, 'desk.decide', order)).toEqual(once)
})

test('a returned request comes back with its reason and all that was typed', async () => {
  const id = await filed()
  await resultOf(decide(counsellor, id, 1, 'return', '联系电话打不通'))
  const open = await school.call(student.openid, 'requests.open', { procedure: 'dormCheckout' })
  expect(open).toMatchObject({
    ok: true,
    data: { typed: dormForm(), request: { bad: true, headline: '已退回：联系电话打不通' } },
  })
  expect(await act('file', 2, { ...dormForm(), phone: '12' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID', fields: { phone: '手机号是 11 位数字，以 1 开头' } },
  })
})

test('a step is taken back within ten minutes, and the student hears of it', async () => {
  const id = await filed()
  await resultOf(decide(counsellor, id, 1))
  const undo = (openid: string) =>
    school.call(openid, 'desk.undo', { id, version: 2, requestId: requestId() })
  expect(await undo(secretary)).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  expect(await undo(counsellor)).toMatchObject({
    ok: true,
    data: { request: { state: 'counsellor', version: 3, undoUntil: null } },
  })
  expect(await dorm()).toMatchObject({ reason: '等辅导员审核' })
})

test('after ten minutes a step is taken back with a reason, which the student reads', async () => {
  const id = await filed()
  await resultOf(decide(counsellor, id, 1))
  school.cloud.clock.set('2022-06-10T09:11:00+08:00')
  const opened = await school.call(counsellor, 'desk.request', { id })
  expect(opened.ok && opened.data.request).toMatchObject({ undoUntil: null })
  expect(opened.ok && opened.data.request.actions.map(({ label }) => label)).toContain('撤回这一步')
  expect(await resultOf(decide(secretary, id, 2, 'takeBack', '点错了人'))).toMatchObject({
    ok: false,
  })
  expect(await resultOf(decide(counsellor, id, 2, 'takeBack', '点错了人'))).toMatchObject({
    ok: true,
    message: '等辅导员审核',
  })
  const item = await school.call(student.openid, 'clearance.item', { code: 'dorm' })
  expect(item.ok && item.data.item).toMatchObject({
    status: 'pending',
    turn: 'staff',
    why: '辅导员撤回了上一步：点错了人',
  })
  const inbox = await school.call(student.openid, 'requests.messages', {})
  expect(inbox.ok && inbox.data.messages.map(({ text }) => text)).toContain(
    '辅导员撤回了上一步：点错了人（现在：等辅导员审核）',
  )
})

test('a counsellor files for a student, named as such in the timeline and the audit', async () => {
  const { studentNo } = { studentNo: student._id }
  const form = await school.call(counsellor, 'desk.form', { studentNo, procedure: 'dormCheckout' })
  expect(form).toMatchObject({ ok: true, data: { request: null, blocked: '' } })
  const filing = { studentNo, procedure: 'dormCheckout' as const, version: 0 }
  const input = { ...dormForm() }
  const answer = await school.call(counsellor, 'desk.file', {
    ...filing,
    input,
    requestId: requestId(),
  })
  expect(answer).toMatchObject({ ok: true, data: { request: { state: 'counsellor' } } })
  const open = await school.call(student.openid, 'requests.open', { procedure: 'dormCheckout' })
  const [first] = open.ok ? (open.data.request?.timeline ?? []) : []
  expect(first?.title).toMatch(/^辅导员 教职工\d+ 代你提交了申请$/)
  const [record] = school.cloud.store.find<{ why: string; by: string }>('audit', {
    filter: { person: `student:${studentNo}` },
  })
  expect(record?.why).toBe('代办：提交了申请')
  expect(record?.by).toMatch(/^staff:/)
})

test('work of a post that nobody holds falls to student affairs', async () => {
  const id = await filed()
  expect(await resultOf(decide(affairs, id, 1))).toMatchObject({ ok: false })
  await school.cloud.store.update('staff', { openid: counsellor }, { $set: { grants: [] } })
  // What a warm function knows of the staff is a minute old at most.
  school.cloud.clock.set('2022-06-10T09:01:30+08:00')
  const list = await school.call(affairs, 'desk.worklist', { page: 0 })
  expect(list.ok && list.data.rows.map((row) => row.id)).toContain(id)
  expect(await resultOf(decide(affairs, id, 1))).toMatchObject({ ok: true })
})

test('a whole room is inspected in one go, and a shared damage adds up to the fen', async () => {
  const ids: string[] = []
  for (const bed of ['1', '2', '3']) {
    student = await school.addBoarder(++number)
    student.facts.residence = {
      asOf: MORNING,
      source: '宿舍系统',
      value: { building: '3 号楼', room: '666', bed, checkedOutOn: null },
    }
    await school.cloud.store.put('students', [student])
    const id = await filed()
    await resultOf(decide(counsellor, id, 1))
    await resultOf(decide(secretary, id, 2))
    ids.push(id)
  }
  const opened = await school.call(manager, 'desk.request', { id: ids[0] ?? '' })
  expect(opened.ok && opened.data.roommates.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort())
  const answer = await school.call(manager, 'desk.inspect', {
    rows: ids.map((id) => ({ id, version: 3, result: 'pass', keysReturned: 1 })),
    checklist: dormForm().checklist,
    damages: [{ thing: '门锁', priceFen: 1_000, ids }],
    photos: [],
    remarks: '',
    requestId: requestId(),
  })
  expect(answer.ok && answer.data.results.every(({ ok }) => ok)).toBe(true)
  const owed = school.cloud.store
    .find<{ outcome: { inspection: { damages: { owedFen: number }[] } } }>('requests', {
      filter: { _id: { $in: ids } },
    })
    .map(({ outcome }) => outcome.inspection.damages[0]?.owedFen)
  expect(owed.sort()).toEqual([333, 333, 334])
})

test('two rooms are not inspected as one, and nobody pays who was not there', async () => {
  const one = await filed()
  student = await school.addBoarder(++number)
  student.facts.residence = {
    asOf: MORNING,
    source: '宿舍系统',
    value: { building: '3 号楼', room: '501', bed: '1', checkedOutOn: null },
  }
  await school.cloud.store.put('students', [student])
  const other = await filed()
  const order = (ids: string[], payers: string[]) => ({
    rows: ids.map((id) => ({ id, version: 1, result: 'pass', keysReturned: 1 })),
    checklist: dormForm().checklist,
    damages: [{ thing: '门锁', priceFen: 1_000, ids: payers }],
    photos: [],
    remarks: '',
    requestId: requestId(),
  })
  expect(await school.call(manager, 'desk.inspect', order([one, other], [one]))).toMatchObject({
    error: { code: 'INVALID', fields: { rows: '一次只能检查一间房，请分开提交。' } },
  })
  expect(await school.call(manager, 'desk.inspect', order([one], [other]))).toMatchObject({
    error: { code: 'INVALID' },
  })
})

test('a card number is nowhere readable but in the encrypted secret', async () => {
  const number = cardForm.cardNumber
  const input = { ...cardForm, holder: student.name }
  const answer = await school.call(student.openid, 'requests.act', {
    procedure: 'cardRefund',
    transition: 'file',
    version: 0,
    input,
    note: '',
    requestId: requestId(),
  })
  expect(answer).toMatchObject({ ok: true, data: { request: { state: 'filed' } } })
  expect(JSON.stringify(answer)).not.toContain(number)
  expect(JSON.stringify(school.contents())).not.toContain(number)
  expect(JSON.stringify(school.log)).not.toContain(number)
  const id = answer.ok ? (answer.data.request?.id ?? '') : ''
  const secrets = () => school.cloud.store.find('secrets', { filter: { _id: id } })
  expect(secrets()).toMatchObject([{ kind: '银行卡号', person: `student:${student._id}` }])
  await school.call(student.openid, 'requests.act', {
    procedure: 'cardRefund',
    transition: 'withdraw',
    version: 1,
    input: {},
    note: '',
    requestId: requestId(),
  })
  expect(secrets()).toEqual([])
})

test('a reminder reaches whoever’s turn it is, once a day', async () => {
  const remind = () =>
    school.call(student.openid, 'requests.remind', {
      procedure: 'dormCheckout',
      requestId: requestId(),
    })
  expect(await remind()).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
  await filed()
  expect(await remind()).toMatchObject({
    data: { said: '已经提醒辅导员，有结果会通知你。' },
  })
  expect(await remind()).toMatchObject({ ok: false, error: { code: 'RATE_LIMITED' } })
})

async function fileUntilAnswered(openid: string, id: string): Promise<boolean> {
  const { ok } = await school.callUntilAnswered(openid, 'requests.act', {
    procedure: 'dormCheckout',
    transition: 'file',
    version: 0,
    input: dormForm(),
    note: '',
    requestId: id,
  })
  return ok
}

test('200 students file at once: none is lost, none is doubled', async () => {
  const crowd = await Promise.all(
    Array.from({ length: 200 }, (_, index) => school.addBoarder(5_000 + index)),
  )
  // Every student is counted already, as in a real school: filing moves no dot, so that nobody waits
  // for the tally of the class.
  const standing = crowd.map((each) => ({
    ...each,
    ...digestOf(cohort2022, each, new Date(MORNING)),
  }))
  await school.cloud.store.put('students', standing)
  // Every tenth taps three times: twice in one attempt, and once more as if on another phone.
  const filed = await Promise.all(
    crowd.flatMap(({ openid }, index) => {
      const id = `crowd-${String(index).padStart(16, '0')}`
      const attempts = index % 10 ? [id] : [id, id, `${id}b`]
      return attempts.map((attempt) => fileUntilAnswered(openid, attempt))
    }),
  )
  // Of the twenty that came from two phones, one phone was told that there is a request already.
  expect(filed.filter((ok) => !ok).length).toBeGreaterThanOrEqual(20)
  const numbers = crowd.map(({ _id }) => _id)
  const stored = school.cloud.store.find<{ student: { studentNo: string }; version: number }>(
    'requests',
    { filter: { 'student.studentNo': { $in: numbers } } },
  )
  expect(stored.map((request) => request.student.studentNo).sort()).toEqual([...numbers].sort())
  expect(stored.filter(({ version }) => version !== 1)).toEqual([])
  const audited = school.cloud.store.find('audit', {
    filter: { person: { $in: numbers.map((each) => `student:${each}`) } },
  })
  expect(audited).toHaveLength(200)
}, 240_000)
