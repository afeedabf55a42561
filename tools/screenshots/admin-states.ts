import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CheckAnswer, CohortsAnswer, DraftAnswer } from '../../domain/cohort/answers'
import { ALL_SEEN, copyForYear } from '../../domain/cohort/copy'
import { differences } from '../../domain/cohort/difference'
import type { CodesAnswer, MemberAnswer, StaffAnswer } from '../../domain/roles/staff-answers'
import { parseCohort } from '../../domain/cohort/parse'
import { todosOf } from '../../domain/cohort/todos'
import { paths } from '../paths'

const NOW = '2022-06-10T01:00:00.000Z'
const CHANGED = { changedAt: '2022-06-10T00:42:00.000Z', changedBy: '裴司衡' }

const file = path.join(paths.root, 'cohorts', '2022', 'cohort.json')
const cohort2022 = parseCohort(JSON.parse(readFileSync(file, 'utf8')))
const copied = copyForYear(cohort2022, '2027')

const base = { _id: '2027', from: '2022', base: 0, version: 3, ...CHANGED, ...copied }

/** 2027 届 as it was just copied. */
export const COPIED: DraftAnswer = { ...base, todos: todosOf(base), now: NOW }

/** The same when everything has been looked at. */
export const READY: DraftAnswer = { ...COPIED, unseen: ALL_SEEN, todos: [] }

const published = { number: 0, at: '', by: '' }

export const COHORTS: CohortsAnswer = {
  now: NOW,
  cohorts: [
    {
      cohort: '2027',
      name: '2027 届',
      published: null,
      deriving: null,
      draft: { left: 12, ...CHANGED },
    },
    { cohort: '2022', name: '2022 届', published, deriving: null, draft: null },
  ],
}

/** 2022 届 was published again, and its counts are on their way. */
export const UPDATING: CohortsAnswer = {
  now: NOW,
  cohorts: [
    {
      cohort: '2022',
      name: '2022 届',
      draft: null,
      published: { number: 2, at: '2022-06-10T00:42:00.000Z', by: '裴司衡' },
      deriving: { state: 'waiting', done: 1_200, total: 3_000 },
    },
  ],
}

export const CHECK: CheckAnswer = {
  name: '2027 届',
  version: 3,
  todos: [],
  against: '2022',
  students: 0,
  changes: differences(cohort2022, copied.cohort),
}

export const CHECK_EARLY: CheckAnswer = { ...CHECK, todos: COPIED.todos }

const counsellor = { role: 'counsellor', roleName: '辅导员' } as const

export const STAFF: StaffAnswer = {
  more: true,
  vacancies: [
    { ...counsellor, scope: '软件技术 1904 班、数控技术 1902 班' },
    { role: 'dormManager', roleName: '宿管员', scope: '7 号楼' },
  ],
  members: [
    { staffNo: '20081001', name: '夏晓禾', bound: true, posts: '辅导员　软件技术 1902 班' },
    { staffNo: '20081002', name: '周晨婷', bound: true, posts: '财务处　全校' },
    { staffNo: '20270001', name: '顾南枝', bound: false, posts: '' },
  ],
}

export const MEMBER: MemberAnswer = {
  staffNo: '20270001',
  name: '顾南枝',
  phone: '13800000000',
  bound: false,
  grants: [
    {
      ...counsellor,
      scope: '软件技术 1902 班、软件技术 2409 班',
      until: '2022-07-31',
      values: ['软件技术 1902 班', '软件技术 2409 班'],
      ended: false,
      unknown: ['软件技术 2409 班'],
    },
    {
      role: 'guard',
      roleName: '门卫',
      scope: '全校',
      until: '2021-07-31',
      values: [],
      ended: true,
      unknown: [],
    },
  ],
}

export const CODES: CodesAnswer = {
  count: 15,
  left: 0,
  url: 'http://127.0.0.1/x',
  expiresAt: '2022-06-13T01:00:00.000Z',
}
