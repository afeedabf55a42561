import path from 'node:path'
import type {
  ClassAnswer,
  ClassesAnswer,
  ProcedureAnswer,
  StaffRequestAnswer,
  VerifiedAnswer,
} from '../../domain/procedures/answers'
import type { Values } from '../../domain/procedures/fields'
import type { HistoryEntry, PlainCode, RequestOf } from '../../domain/procedures/request'
import { tableOf } from '../../domain/procedures/tables'
import { actionsFor, pledgeOf, viewOf } from '../../domain/procedures/view'
import type { Role } from '../../domain/roles/people'
import { readCohortFile } from '../deploy/cohort'
import { paths } from '../paths'

const cohort = readCohortFile(path.join(paths.root, 'cohorts', '2022', 'cohort.json'))

/** Requests of the plain procedures where it takes several people to bring them there. */
const NOW = new Date('2022-06-10T06:05:00.000Z')

const STUDENT = {
  studentNo: '1907010301',
  name: '许沐阳',
  college: '信息工程学院',
  className: '软件技术 1903 班',
}

type Passed = [
  transition: string,
  role: Role,
  name: string,
  from: string,
  to: string,
  note?: string,
]

interface At {
  form: Values
  outcome?: Values
  passed: Passed[]
}

function request(procedure: PlainCode, { form, outcome = {}, passed }: At): RequestOf<PlainCode> {
  const history = passed.map(
    ([transition, role, name, from, to, note = ''], index): HistoryEntry => ({
      at: new Date(NOW.getTime() - (passed.length - index) * 5_400_000).toISOString(),
      by: role === 'student' ? `student:${STUDENT.studentNo}` : 'staff:1',
      transition,
      role,
      name,
      from,
      to,
      note,
    }),
  )
  const last = history[history.length - 1]
  const state = last?.to ?? 'none'
  const table = tableOf(procedure)
  return {
    _id: `${table.prefix}220610-7K3M9Q`,
    procedure,
    cohort: '2022',
    student: STUDENT,
    version: passed.length,
    state,
    form,
    outcome,
    waitsFor: table.states[state]?.waitsFor ?? 'nobody',
    since: last?.at ?? '',
    dueOn: '2022-06-22',
    late: false,
    history,
  }
}

function own(procedure: Exclude<PlainCode, 'register'>, at: At): ProcedureAnswer {
  const found = request(procedure, at)
  const item = cohort.items.find((each) => each.procedure === procedure)
  const reader = { person: `student:${STUDENT.studentNo}`, roles: ['student' as const] }
  const table = tableOf(procedure)
  const files = new Set(table.transitions.filter((row) => row.files).map(({ name }) => name))
  return {
    procedure,
    title: table.title,
    blocked: '',
    late: false,
    known: [],
    warnings: [],
    student: { ...STUDENT, place: '' },
    request: viewOf(found, reader, {}, NOW),
    typed: at.form,
    filings: actionsFor(table, found as never, reader.roles).filter(({ name }) => files.has(name)),
    links: [],
    pledge: item ? pledgeOf(item) : null,
    things: [],
    templates: [],
    contacts: [{ name: '后勤与安保处 黄骏涛', phones: ['025-82212110', '17751771472'] }],
    now: NOW.toISOString(),
  }
}

function desk(procedure: PlainCode, role: Role, at: At): StaffRequestAnswer {
  const found = request(procedure, at)
  return {
    student: { ...STUDENT, place: '' },
    request: viewOf(found, { person: 'staff:1', roles: [role] }, {}, NOW),
    roommates: [],
    things: [],
    templates: [],
    now: NOW.toISOString(),
  }
}

const FILED = (to: string): Passed => ['file', 'student', '许沐阳', 'none', to]

const UNIT = {
  unit: '南京市溧水区人才服务中心',
  address: '江苏省南京市溧水区永阳街道珍珠南路 99 号',
  contact: '陈默',
  phone: '025-57212345',
  postCode: '211200',
}

export const LEAGUE_WAITING = own('league', {
  form: { kind: 'employer', organisation: '共青团南京云栖软件有限公司支部', applied: true },
  passed: [FILED('review')],
})

export const LEAGUE_RETURNED = own('league', {
  form: { kind: 'employer', organisation: '云栖软件支部', applied: true },
  passed: [
    FILED('review'),
    ['return', 'leagueSecretary', '孙晓萌', 'review', 'returned', '团组织名称不对'],
  ],
})

export const HUKOU_POLICE = own('hukou', {
  form: { destination: '安徽省滁州市琅琊区' },
  passed: [FILED('filing'), ['permit', 'securityOffice', '黄骏涛', 'filing', 'police']],
})

export const HUKOU_SIGNING = own('hukou', {
  form: { reason: '落户单位的手续要到九月才能办。' },
  passed: [['stay', 'student', '许沐阳', 'none', 'signing']],
})

export const FEE_ANSWERED = own('feeQuestion', {
  form: { question: '2020—2021 学年住宿费 1,200 元去年 9 月已经交过，有微信的缴费记录。' },
  passed: [
    FILED('asked'),
    ['answer', 'finance', '周晨婷', 'asked', 'answered', '请带缴费凭证来财务处核对'],
  ],
})

export const ARCHIVE_DONE = own('archive', {
  form: UNIT,
  outcome: { materials: ['transcript', 'registration', 'physical'], tracking: 'EA123456785CN' },
  passed: [
    FILED('collecting'),
    ['pack', 'counsellor', '王海棠', 'collecting', 'handingOver'],
    ['handOver', 'secretary', '李群', 'handingOver', 'sending'],
    ['post', 'archives', '金鑫', 'sending', 'done'],
  ],
})

export const ARCHIVE_TO_PACK = desk('archive', 'counsellor', {
  form: UNIT,
  passed: [FILED('collecting')],
})

export const PARTY_TO_REGISTER = desk('party', 'partyOffice', {
  form: { organisation: '中共南京云栖软件有限公司支部', letterHead: '中共南京市溧水区委组织部' },
  passed: [FILED('checking')],
})

export const BOOK_TO_PRICE = desk('bookLoss', 'librarian', {
  form: { barcode: '00981234', way: 'pay' },
  passed: [FILED('reported')],
})

export const FEE_TO_ANSWER = desk('feeQuestion', 'finance', {
  form: { question: '2020—2021 学年住宿费 1,200 元去年 9 月已经交过，有微信的缴费记录。' },
  passed: [FILED('asked')],
})

export const CLASSES: ClassesAnswer = {
  classes: [
    { className: '软件技术 1902 班', total: 41, ready: 27 },
    { className: '软件技术 1903 班', total: 38, ready: 0 },
  ],
}

const student = (
  name: string,
  state: ClassAnswer['students'][number]['state'],
  lacking: string[] = [],
): ClassAnswer['students'][number] => {
  const says = state === 'verified' ? '6 月 9 日已核验' : ''
  return { studentNo: `19070${name.charCodeAt(0)}`, name, state, lacking, says }
}

export const CLASS: ClassAnswer = {
  className: '软件技术 1902 班',
  conditional: false,
  students: [
    student('周予安', 'ready'),
    student('沈清和', 'ready'),
    student('何以宁', 'ready'),
    student('林知夏', 'lacking', ['学费', '图书', '退宿']),
    student('许沐阳', 'lacking', ['团组织关系转接']),
    student('陆言之', 'verified'),
  ],
  now: NOW.toISOString(),
}

/** The same class in a college that verifies on a condition. */
export const CLASS_ON_CONDITION: ClassAnswer = {
  ...CLASS,
  conditional: true,
  students: [
    ...CLASS.students,
    {
      ...student('顾明远', 'conditional', ['住宿费']),
      says: '有条件核验：补缴住宿费，6 月 30 日前',
    },
  ],
}

export const VERIFIED: VerifiedAnswer = {
  results: CLASS.students
    .filter(({ state }) => state === 'ready')
    .map(({ studentNo, name }) => ({
      studentNo,
      ok: name !== '沈清和',
      message: '还不能核验，必办环节没有办完：图书。',
    })),
}
