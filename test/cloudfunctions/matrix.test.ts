import type { ActionName } from '../../domain/api'
import { SCOPE_OF_ROLE, STAFF_ROLES, type Role } from '../../domain/roles/people'
import { PERMISSIONS } from '../../domain/roles/permissions'
import {
  FOREIGN_STUDENT,
  openidOf,
  OWN_REQUEST,
  OWN_STUDENT,
  SmallSchool,
  STUDENT_OPENID,
  type Reach,
} from './small-school'

/** Everybody who works through requests. */
const WORKING = STAFF_ROLES.filter((role) => !['administrator', 'auditor', 'guard'].includes(role))

/** Everybody who may count, and of them those who may see names. */
const COUNTING = STAFF_ROLES.filter((role) => !['dormManager', 'guard'].includes(role))
const LISTING = COUNTING.filter((role) => !['administrator', 'auditor'].includes(role))

/** Everybody who answers for a source of data. */
const FEEDING: Role[] = [
  ...['finance', 'librarian', 'studentAffairs', 'leagueCommittee', 'partyOffice'],
  ...['securityOffice', 'administrator'],
] as Role[]

/*
 * Who may do what, written down by hand once more: the test walks role × action × scope through the
 * real functions and compares. An action that is missing here does not compile.
 */
const MAY: Record<ActionName, readonly Role[] | 'everybody'> = {
  'clearance.sheet': ['student'],
  'clearance.item': ['student'],
  'clearance.notice': ['student'],
  'identity.me': 'everybody',
  'identity.aboutMe': ['student'],
  'identity.bindStudent': 'everybody',
  'identity.bindStaff': 'everybody',
  'identity.bindByCampus': 'everybody',
  'identity.unbind': 'everybody',
  'identity.unbindStudent': ['counsellor', 'studentAffairs', 'administrator'],
  'identity.issueStaffCode': ['administrator'],
  'requests.open': ['student'],
  'requests.act': ['student'],
  'requests.remind': ['student'],
  'requests.messages': ['student'],
  'desk.home': STAFF_ROLES,
  'desk.worklist': STAFF_ROLES,
  'desk.search': WORKING,
  'desk.request': ['counsellor', 'secretary', 'dormManager', 'studentAffairs'],
  'desk.decide': WORKING,
  'desk.inspect': ['dormManager', 'studentAffairs'],
  'desk.undo': ['counsellor', 'secretary', 'dormManager', 'studentAffairs'],
  'desk.classes': ['counsellor', 'secretary', 'studentAffairs'],
  'desk.class': ['counsellor', 'secretary', 'studentAffairs'],
  'desk.verify': ['counsellor', 'secretary', 'studentAffairs'],
  'desk.register': LISTING,
  'desk.student': ['counsellor', 'secretary', 'studentAffairs'],
  'desk.form': ['counsellor', 'studentAffairs'],
  'desk.file': ['counsellor', 'studentAffairs'],
  'payouts.list': ['finance'],
  'payouts.batch': ['finance'],
  'payouts.export': ['finance'],
  'payouts.link': ['finance'],
  'payouts.release': ['finance'],
  'payouts.import': ['finance'],
  'feed.list': FEEDING,
  'feed.source': ['finance', 'administrator'],
  'feed.run': FEEDING,
  'feed.preview': ['finance', 'administrator'],
  'feed.decide': FEEDING,
  'feed.pull': ['finance', 'administrator'],
  'feed.rejects': FEEDING,
  'feed.limit': ['administrator'],
  'sync.recheck': ['student'],
  'statistics.overview': COUNTING,
  'statistics.lacking': LISTING,
  'statistics.export': LISTING,
  'statistics.remind': LISTING,
  'admin.cohorts': ['administrator'],
  'admin.draft': ['administrator'],
  'admin.check': ['administrator'],
  'admin.preview': ['administrator'],
  'admin.copy': ['administrator'],
  'admin.edit': ['administrator'],
  'admin.discard': ['administrator'],
  'admin.publish': ['administrator'],
  'admin.staff': ['administrator'],
  'admin.member': ['administrator'],
  'admin.addMember': ['administrator'],
  'admin.grant': ['administrator'],
  'admin.withdraw': ['administrator'],
  'admin.previewStaff': ['administrator'],
  'admin.importStaff': ['administrator'],
  'admin.issueCodes': ['administrator'],
  'admin.student': ['administrator'],
  'admin.addStudent': ['administrator'],
  'admin.correctStudent': ['administrator'],
  'pass.show': ['student'],
  'pass.scan': ['guard'],
  'certificate.issue': ['student'],
  'audit.trail': ['administrator', 'auditor'],
}

const requestId = 'matrix-request-0000001'

/** An input that each action accepts; those about a student name 林知夏. */
const INPUTS: Record<ActionName, object> = {
  'clearance.sheet': {},
  'clearance.item': { code: 'dorm' },
  'clearance.notice': {},
  'identity.me': {},
  'identity.aboutMe': {},
  'identity.bindStudent': { studentNo: '1900000000', name: '无', idCardTail: '000000', requestId },
  'identity.bindStaff': { staffNo: '19000000', code: '00000000', requestId },
  'identity.bindByCampus': { ticket: 'ST-1', requestId },
  'identity.unbind': { requestId },
  'identity.unbindStudent': { studentNo: OWN_STUDENT, reason: '换了微信号', requestId },
  'identity.issueStaffCode': { staffNo: '20080000', requestId },
  'requests.open': { procedure: 'dormCheckout' },
  'requests.act': { procedure: 'dormCheckout', transition: 'withdraw', version: 0, requestId },
  'requests.remind': { procedure: 'dormCheckout', requestId },
  'requests.messages': {},
  'desk.home': {},
  'desk.worklist': { page: 0 },
  'desk.search': { text: '林' },
  'desk.request': { id: OWN_REQUEST },
  'desk.decide': {
    decisions: [{ id: 'TS220101-000000', version: 1 }],
    transition: 'approve',
    requestId,
  },
  'desk.inspect': {
    rows: [{ id: 'TS220101-000000', version: 1, result: 'pass', keysReturned: 1 }],
    checklist: [{ thing: '床', condition: 'good' }],
    damages: [],
    requestId,
  },
  'desk.undo': { id: OWN_REQUEST, version: 1, requestId },
  'desk.classes': {},
  'desk.class': { className: '没有这个班' },
  'desk.verify': { students: ['1999999999'], requestId },
  'desk.register': { item: 'gown', students: ['1999999999'], transition: 'register', requestId },
  'desk.student': { studentNo: OWN_STUDENT },
  'desk.form': { studentNo: OWN_STUDENT, procedure: 'dormCheckout' },
  'desk.file': { studentNo: OWN_STUDENT, procedure: 'dormCheckout', version: 9, requestId },
  'payouts.list': {},
  'payouts.batch': { batch: 'PF220101-000000' },
  'payouts.export': { reason: '月底退款', requestId },
  'payouts.link': { batch: 'PF220101-000000', reason: '重新下载', requestId },
  'payouts.release': { batch: 'PF220101-000000', reason: '填错了', requestId },
  'payouts.import': {
    batch: 'PF220101-000000',
    fileId: 'cloud://local/bank/aaaaaaaaaaaaaaaaaaaaaaaa.xlsx',
    requestId,
  },
  'feed.list': {},
  'feed.source': { source: 'finance' },
  'feed.run': { run: 'SJ220101-000000' },
  'feed.preview': {
    source: 'finance',
    mode: 'snapshot',
    requestId,
    fileId: 'cloud://local/feeds/aaaaaaaaaaaaaaaaaaaaaaaa.xlsx',
  },
  'feed.decide': { run: 'SJ220101-000000', decision: 'refuse', reason: '缺了一半', requestId },
  'feed.pull': { source: 'finance', requestId },
  'feed.rejects': { run: 'SJ220101-000000', requestId },
  'feed.limit': { source: 'finance', shrink: 20, clear: 30, requestId },
  'sync.recheck': { code: 'tuition', requestId },
  'statistics.overview': {},
  'statistics.lacking': { cohort: '2022', item: 'dorm', page: 0 },
  'statistics.export': { cohort: '2022', requestId },
  'statistics.remind': { cohort: '2022', item: 'dorm', requestId },
  'admin.cohorts': {},
  'admin.draft': { cohort: '2027' },
  'admin.check': { cohort: '2027' },
  'admin.preview': { cohort: '2022', traits: [] },
  'admin.copy': { from: '2022', to: '2031', requestId },
  'admin.edit': {
    cohort: '2031',
    version: 0,
    requestId,
    changes: [{ do: 'set', path: 'school', value: '学校' }],
  },
  'admin.discard': { cohort: '2031', version: 0, requestId },
  'admin.publish': { cohort: '2031', version: 0, requestId },
  'admin.staff': { page: 0 },
  'admin.member': { staffNo: '20089999' },
  'admin.addMember': { staffNo: '20089999', name: '新来的', requestId },
  'admin.grant': { staffNo: '20089999', role: 'finance', values: [], requestId },
  'admin.withdraw': { staffNo: '20089999', role: 'finance', values: [], reason: '调走', requestId },
  'admin.previewStaff': { fileId: 'cloud://local/staff/aaaaaaaaaaaaaaaaaaaaaaaa.xlsx' },
  'admin.importStaff': { fileId: 'cloud://local/staff/aaaaaaaaaaaaaaaaaaaaaaaa.xlsx', requestId },
  'admin.issueCodes': { requestId },
  'admin.student': { studentNo: OWN_STUDENT },
  'admin.addStudent': {
    studentNo: '1999999998',
    name: '新来的',
    cohort: '2022',
    college: '信息工程学院',
    className: '软件技术 1901 班',
    idCardTail: '10021X',
    reason: '补录',
    requestId,
  },
  'admin.correctStudent': {
    studentNo: OWN_STUDENT,
    name: '林知夏',
    cohort: '2022',
    college: '信息工程学院',
    className: '软件技术 1901 班',
    idCardTail: '',
    reason: '改特征',
    requestId,
  },
  'pass.show': {},
  'pass.scan': { token: 'a-code-of-something-else', requestId },
  'certificate.issue': { requestId },
  'audit.trail': { studentNo: OWN_STUDENT },
}

const ABOUT_A_STUDENT: ActionName[] = [
  'identity.unbindStudent',
  'desk.request',
  'desk.undo',
  'desk.student',
  'desk.form',
  'desk.file',
  'audit.trail',
  'admin.student',
  'admin.correctStudent',
]

let school: SmallSchool

beforeAll(async () => {
  school = await SmallSchool.open()
})

/** Whether somebody was let through to change something since the school was put in order. */
let isChanged = false

/** Puts everybody back to where they were; most calls are refused, and those leave nothing to put back. */
async function putInOrder(): Promise<void> {
  if (isChanged) await school.seed()
  isChanged = false
}

beforeEach(putInOrder)

afterAll(() => school.close())

/** Whether the gate let the call through: whatever the use case then says is another matter. */
async function isAdmitted(openid: string | null, action: ActionName): Promise<boolean> {
  const before = JSON.stringify(school.contents())
  const answer = await school.call(openid, action, INPUTS[action])
  const admitted = answer.ok || !['UNBOUND', 'FORBIDDEN'].includes(answer.error.code)
  if (!admitted) expect(JSON.stringify(school.contents())).toBe(before)
  else if (PERMISSIONS[action].changes) isChanged = true
  return admitted
}

const actions = Object.keys(MAY) as ActionName[]

function expected(action: ActionName, role: Role, reach: Reach): boolean {
  const may = MAY[action]
  if (may === 'everybody') return true
  if (!may.includes(role) || reach === 'expired') return false
  const limited = role !== 'student' && SCOPE_OF_ROLE[role] !== 'school'
  return !(limited && reach === 'foreign' && ABOUT_A_STUDENT.includes(action))
}

describe.each(actions)('%s', (action) => {
  test('is refused to an account that is nobody’s, unless it is for everybody', async () => {
    expect(await isAdmitted('a-stranger', action)).toBe(MAY[action] === 'everybody')
  })

  test('is refused without a WeChat account', async () => {
    expect(await isAdmitted(null, action)).toBe(false)
  })

  test.each(STAFF_ROLES)('as %s: own part, foreign part, ended grant', async (role) => {
    for (const reach of ['own', 'foreign', 'expired'] as const) {
      await putInOrder()
      const admitted = await isAdmitted(openidOf(role, reach), action)
      expect([reach, admitted]).toEqual([reach, expected(action, role, reach)])
    }
  })
})

test.each(actions)('%s as a student', async (action) => {
  const may = MAY[action]
  const admitted = await isAdmitted(STUDENT_OPENID, action)
  expect(admitted).toBe(may === 'everybody' || may.includes('student'))
})

test('a student about whom somebody else asks is not told whether they exist', async () => {
  const counsellor = openidOf('counsellor', 'own')
  const ask = (studentNo: string) =>
    school.call(counsellor, 'identity.unbindStudent', { studentNo, reason: '换号', requestId })
  expect(await ask('1999999999')).toEqual(await ask(FOREIGN_STUDENT))
})

test('who reaches the whole school is told that a number is nobody’s', async () => {
  const input = { studentNo: '1999999999' }
  expect(await school.call(openidOf('auditor', 'own'), 'audit.trail', input)).toMatchObject({
    ok: false,
    error: { code: 'NOT_FOUND' },
  })
})

test('a granted and a withdrawn right work at the next call', async () => {
  const openid = openidOf('counsellor', 'foreign')
  const ask = () => isAdmitted(openid, 'identity.unbindStudent')
  const grant = { role: 'counsellor', scope: { kind: 'class', values: ['软件技术 1901 班'] } }
  expect(await ask()).toBe(false)
  await school.cloud.store.update('staff', { openid }, { $set: { grants: [grant] } })
  expect(await ask()).toBe(true)
  await school.cloud.store.update('staff', { openid }, { $set: { grants: [] } })
  expect(await ask()).toBe(false)
})
