import type { StaffRole } from '../../domain/roles/people'
import { tallyAll, type Tally } from '../../domain/statistics/tally'
import { TRAITS } from '../../domain/student/traits'
import type { Student } from '../../domain/student/student'
import { dormForm, MORNING, openidOf, SmallSchool } from './small-school'

let school: SmallSchool
let asked = 0
const requestId = () => `whole-way-${String(++asked).padStart(8, '0')}`

beforeAll(async () => {
  school = await SmallSchool.open()
})
afterAll(() => school.close())

type Someone = Student & { openid: string }

async function act(
  { openid }: Someone,
  procedure: string,
  version: number,
  transition: string,
  input: object = {},
): Promise<string> {
  const answer = await school.call(openid, 'requests.act', {
    procedure,
    transition,
    version,
    input,
    note: '',
    requestId: requestId(),
  })
  if (!answer.ok || !answer.data.request) throw new Error(JSON.stringify(answer))
  return answer.data.request.id
}

async function decide(
  role: StaffRole,
  id: string,
  version: number,
  transition: string,
  input: object = {},
): Promise<void> {
  const answer = await school.call(openidOf(role, 'own'), 'desk.decide', {
    decisions: [{ id, version }],
    transition,
    note: '',
    input,
    requestId: requestId(),
  })
  if (!answer.ok || !answer.data.results[0]?.ok) throw new Error(JSON.stringify(answer))
}

async function sheetOf({ openid }: Someone) {
  const answer = await school.call(openid, 'clearance.sheet', {})
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const items = answer.data.steps.flatMap((step) => step.items)
  return {
    mayLeave: answer.data.mayLeave,
    of: (status: string) => items.filter((item) => item.status === status).map(({ code }) => code),
  }
}

async function leaveTheDorm(student: Someone): Promise<void> {
  const id = await act(student, 'dormCheckout', 0, 'file', dormForm())
  await decide('counsellor', id, 1, 'approve')
  await decide('secretary', id, 2, 'approve')
  await school.call(openidOf('dormManager', 'own'), 'desk.inspect', {
    rows: [{ id, version: 3, result: 'pass', keysReturned: 2 }],
    checklist: dormForm().checklist,
    damages: [],
    photos: [],
    remarks: '',
    requestId: requestId(),
  })
  await act(student, 'dormCheckout', 4, 'confirm', { name: student.name })
}

async function moveOn(student: Someone): Promise<void> {
  const league = { kind: 'school', organisation: '南京工程学院团委', applied: true }
  const leagueNo = await act(student, 'league', 0, 'file', league)
  await decide('leagueSecretary', leagueNo, 1, 'approve')
  await decide('leagueCommittee', leagueNo, 2, 'stamp')
  await decide('leagueSecretary', leagueNo, 3, 'giveBack')
  const party = { organisation: '中共南京工程学院委员会', letterHead: '中共江苏省委教育工委' }
  const partyNo = await act(student, 'party', 0, 'file', party)
  await decide('partyOffice', partyNo, 1, 'register', {
    letterNo: '2022-0123',
    validUntil: '2022-09-10',
  })
  const archiveNo = await act(student, 'archive', 0, 'file', {
    unit: '南京工程学院',
    address: '南京市江宁区弘景大道 1 号',
    contact: '招生办',
    phone: '025-86118000',
    postCode: '211167',
  })
  await decide('counsellor', archiveNo, 1, 'pack', { materials: ['transcript', 'registration'] })
  await decide('secretary', archiveNo, 2, 'handOver')
  await decide('archives', archiveNo, 3, 'giveInPerson')
  const hukouNo = await act(student, 'hukou', 0, 'file', { destination: '江苏省南通市崇川区' })
  await decide('securityOffice', hukouNo, 1, 'permit')
  await act(student, 'hukou', 2, 'declare', { movedOn: '2022-06-10' })
}

test('a student with all five traits finishes every item and may leave', async () => {
  const { facts: known } = await school.addBoarder(2)
  const student = await school.addBoarder(1, {
    traits: [...TRAITS],
    requests: {},
    facts: {
      ...known,
      card: { value: { balanceFen: 0 }, asOf: MORNING, source: '一卡通系统' },
    },
  })
  expect((await sheetOf(student)).of('pending')).toEqual(
    expect.arrayContaining(['dorm', 'league', 'party', 'archive', 'hukou', 'verification']),
  )
  await leaveTheDorm(student)
  await moveOn(student)
  const verified = await school.call(openidOf('counsellor', 'own'), 'desk.verify', {
    students: [student._id],
    requestId: requestId(),
  })
  expect(verified).toMatchObject({ ok: true, data: { results: [{ ok: true }] } })
  const sheet = await sheetOf(student)
  expect(sheet.of('pending')).toEqual([])
  expect(sheet.of('exempt')).toEqual([])
  expect(sheet.mayLeave).toBe(true)
})

test('the tally that the writes have kept is what counting the class gives', async () => {
  await leaveTheDorm(await school.addBoarder(4))
  const students = school.cloud.store.find<Student>('students')
  const kept = school.cloud.store.find<Tally>('tallies')
  expect(kept).toEqual(tallyAll(students.filter(({ items }) => items)))
  expect(kept[0]?.items.dorm?.done).toBeGreaterThan(0)
})

test('a student with none of the traits has four grey items, and files none of them', async () => {
  const student = await school.addBoarder(3, { traits: [] })
  expect((await sheetOf(student)).of('exempt').sort()).toEqual([
    ...['dorm', 'hukou', 'league', 'party'],
  ])
  const answer = await school.call(student.openid, 'requests.open', { procedure: 'league' })
  expect(answer).toMatchObject({
    error: { code: 'CONFLICT', message: '不是共青团员，无需办理团组织关系转接。' },
  })
})
