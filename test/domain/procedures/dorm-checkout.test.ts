import { deriveSheet } from '../../../domain/sheet/derive'
import type { RequestOf } from '../../../domain/procedures/request'
import { timelineOf } from '../../../domain/procedures/timeline'
import { tableOf } from '../../../domain/procedures/tables'
import { undo } from '../../../domain/procedures/undo'
import { cohort2022 } from '../cohort2022'
import { fact, student as someStudent } from '../sheet/students'
import { dormForm, inspection, MORNING, staff, STUDENT, Walk, refusal } from './school'

const counsellor = staff('counsellor', '王海棠')
const secretary = staff('secretary', '高远山')
const manager = staff('dormManager', '刘长河')
const table = tableOf('dormCheckout')

function filed(): Walk {
  const walk = new Walk('dormCheckout')
  walk.step(STUDENT, 'file', { input: dormForm })
  return walk
}

function approved(): Walk {
  const walk = filed()
  walk.step(counsellor, 'approve', { note: '注意带走贵重物品' })
  walk.step(secretary, 'approve')
  return walk
}

function dorm({ student }: Walk, now = MORNING) {
  const { steps } = deriveSheet(cohort2022, student, student.facts, student.requests ?? {}, now)
  const item = steps.flatMap(({ items }) => items).find(({ code }) => code === 'dorm')
  if (!item) throw new Error('no item dorm')
  return { status: item.status, turn: item.turn, reason: item.reason }
}

test('goes straight from the form to green', () => {
  const walk = filed()
  expect(dorm(walk)).toEqual({ status: 'pending', turn: 'staff', reason: '等辅导员审核' })
  walk.step(counsellor, 'approve')
  expect(dorm(walk)).toEqual({ status: 'pending', turn: 'staff', reason: '等学院书记审核' })
  walk.step(secretary, 'approve')
  expect(dorm(walk)).toMatchObject({ turn: 'student', reason: '请联系宿管员检查房间' })
  walk.step(manager, 'pass', { input: inspection })
  expect(dorm(walk)).toMatchObject({ turn: 'student', reason: '请确认检查记录' })
  walk.step(STUDENT, 'confirm', { input: { name: '林知夏' } })
  expect(dorm(walk)).toEqual({ status: 'done', turn: undefined, reason: '6 月 10 日已退宿' })
})

test('who never lived in the dorm needs none, and cannot file one', () => {
  const walk = new Walk('dormCheckout', someStudent([], {}))
  expect(refusal(() => walk.step(STUDENT, 'file', { input: dormForm }))).toMatchObject({
    code: 'CONFLICT',
    message: '没有住校，无需办理退宿。',
  })
})

test('a returned request says why and keeps all that was typed', () => {
  const walk = filed()
  const returned = walk.step(counsellor, 'return', { note: '离开时间要改' })
  expect(returned).toMatchObject({ state: 'returned', waitsFor: 'student', form: dormForm })
  expect(dorm(walk)).toMatchObject({ turn: 'student', reason: '已退回：离开时间要改' })
  expect(walk.step(STUDENT, 'file', { input: dormForm }).state).toBe('counsellor')
})

test('is returned only with a reason', () => {
  const walk = filed()
  expect(refusal(() => walk.step(counsellor, 'return', { note: '  ' })).fields).toEqual({
    note: '请写明原因',
  })
  expect(refusal(() => walk.step(counsellor, 'return', { note: '长'.repeat(201) })).fields).toEqual(
    {
      note: '原因请写在 200 字以内',
    },
  )
})

test('the second of two approvals is told what the first one did', () => {
  const walk = filed()
  walk.step(counsellor, 'approve')
  const late = refusal(() => walk.step(staff('counsellor', '柳知行'), 'approve', { version: 1 }))
  expect(late).toMatchObject({
    code: 'CONFLICT',
    message: '辅导员王海棠 09:00 同意，现在是「等学院书记审核」。请看过最新情况再办。',
  })
})

test('nobody takes a step of somebody else', () => {
  const walk = filed()
  expect(refusal(() => walk.step(manager, 'approve')).code).toBe('FORBIDDEN')
  expect(refusal(() => walk.step(secretary, 'approve')).code).toBe('FORBIDDEN')
  expect(refusal(() => walk.step(STUDENT, 'approve')).code).toBe('FORBIDDEN')
  expect(refusal(() => walk.step(counsellor, 'dance')).code).toBe('NOT_FOUND')
})

test('can be withdrawn until the inspection, and filed again', () => {
  const walk = approved()
  expect(walk.step(STUDENT, 'withdraw').state).toBe('withdrawn')
  expect(dorm(walk)).toMatchObject({ turn: 'student', reason: '3 号楼 412 室 2 床，还没退宿' })
  expect(walk.step(STUDENT, 'file', { input: dormForm })).toMatchObject({ state: 'counsellor' })
  const inspected = approved()
  inspected.step(manager, 'pass', { input: inspection })
  inspected.step(STUDENT, 'dispute', { note: '赔偿金额不对' })
  expect(refusal(() => inspected.step(STUDENT, 'withdraw')).message).toBe(
    '宿管员已经检查过房间，不能再撤回。',
  )
})

test('a damage has to be put right before the second inspection passes', () => {
  const walk = approved()
  walk.step(manager, 'repair', { input: inspection })
  expect(dorm(walk)).toMatchObject({ turn: 'student', reason: '先修复或赔偿，再检查一次' })
  walk.step(manager, 'pass', { input: { ...inspection, damages: [] } })
  expect(walk.request?.state).toBe('confirmation')
})

test('"repair first" has to say what', () => {
  const walk = approved()
  const nothing = { ...inspection, damages: [] }
  expect(refusal(() => walk.step(manager, 'repair', { input: nothing })).fields).toEqual({
    remarks: '请写明要修复或赔偿什么',
  })
})

test('the record is confirmed with one’s own name', () => {
  const walk = approved()
  walk.step(manager, 'pass', { input: inspection })
  const confirm = (name: string) => walk.step(STUDENT, 'confirm', { input: { name } })
  expect(refusal(() => confirm('林知春')).fields).toEqual({ name: '请输入你自己的姓名' })
  expect(confirm(' 林知夏 ')).toMatchObject({ state: 'done', outcome: { confirmedAs: '林知夏' } })
})

test('may be filed after the deadline, and is marked late', () => {
  const walk = new Walk('dormCheckout')
  const late = new Date('2022-06-23T09:00:00+08:00')
  const input = { ...dormForm, leaveOn: '2022-06-24' }
  expect(walk.step(STUDENT, 'file', { input }, late)).toMatchObject({ late: true })
  expect(filed().request).toMatchObject({ late: false, dueOn: '2022-06-18' })
})

test.each([
  ['leaveOn', '2022-06-31', '请选择离开的日期'],
  ['leaveOn', '2022-06-09', '离开的日期不能早于今天'],
  ['slot', 'noon', '请选择上午、下午或晚上'],
  ['keys', 10, '钥匙数不会超过 9，请核对'],
  ['keys', '两把', '请填写钥匙数'],
  ['phone', '', '请填写手机号'],
  ['phone', '85395012', '手机号是 11 位数字，以 1 开头'],
  ['checklist', [], '请逐项检查房间物品'],
  ['remarks', '长'.repeat(201), '备注请写在 200 字以内'],
])('%s %j is refused at its field', (field, value, sentence) => {
  const walk = new Walk('dormCheckout')
  const input = { ...dormForm, [field]: value }
  expect(refusal(() => walk.step(STUDENT, 'file', { input }))).toMatchObject({
    code: 'INVALID',
    fields: { [field]: sentence },
  })
})

test('a photo must be one that was uploaded', () => {
  const walk = new Walk('dormCheckout')
  const input = { ...dormForm, photos: ['https://example.com/a.jpg'] }
  expect(refusal(() => walk.step(STUDENT, 'file', { input })).fields).toEqual({
    'photos.0': '照片没有传好，请重新选',
  })
})

test('a step can be taken back within ten minutes, while nobody has acted on it', () => {
  const walk = filed()
  const before = walk.request
  const { version } = walk.step(counsellor, 'approve')
  if (!walk.request || !before) throw new Error('nothing was filed')
  const at = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000)
  const back = undo(table, walk.request, version, counsellor, at(10)).request
  expect(back).toMatchObject({ state: 'counsellor', version: 3, form: before.form })
  expect(back.history.map(({ transition }) => transition)).toEqual(['file', 'approve', 'undo'])
  const again =
    (minutes: number, who = counsellor) =>
    () =>
      undo(table, walk.request ?? before, version, who, at(minutes))
  expect(refusal(again(11)).code).toBe('CLOSED')
  expect(refusal(again(1, secretary)).code).toBe('CONFLICT')
  walk.step(secretary, 'approve')
  expect(refusal(again(1)).code).toBe('CONFLICT')
})

test('what a counsellor files for a student is named as such', () => {
  const walk = new Walk('dormCheckout')
  const request = walk.step(counsellor, 'file', { input: dormForm })
  expect(request.history).toMatchObject([{ onBehalf: true, role: 'counsellor' }])
  const [first] = timelineOf(table, request, STUDENT.person, MORNING)
  expect(first?.title).toBe('辅导员 王海棠 代你提交了申请')
})

test('both sides read the same timeline, with what is still ahead', () => {
  const walk = filed()
  const request = walk.step(counsellor, 'approve', { note: '注意带走贵重物品' })
  const later = new Date('2022-06-10T12:00:00+08:00')
  expect(timelineOf(table, request, STUDENT.person, later)).toEqual([
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:00' },
    { mark: 'done', title: '辅导员 王海棠 同意', detail: '6 月 10 日 09:00　「注意带走贵重物品」' },
    { mark: 'now', title: '等学院书记审核', detail: '已等 3 小时' },
    { mark: 'ahead', title: '宿管员检查房间', detail: '' },
    { mark: 'ahead', title: '你确认检查记录', detail: '' },
    { mark: 'ahead', title: '离开宿舍', detail: '' },
  ])
})

test('a room that the dorm system says is given back counts for more than an open request', () => {
  const walk = filed()
  walk.student.facts.residence = fact({
    building: '3 号楼',
    room: '412',
    bed: '2',
    checkedOutOn: '2022-06-09',
  })
  expect(dorm(walk).status).toBe('done')
})

test('a worklist reads when somebody leaves and what is broken', () => {
  const request = filed().request as RequestOf<never>
  expect(table.summary(request)).toBe('6 月 18 日上午离开 · 1 处损坏')
})
