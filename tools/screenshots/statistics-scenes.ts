import type { Page } from 'playwright-core'
import type { LackingAnswer, OverviewAnswer } from '../../domain/statistics/answers'
import type { Scene } from './scenes'
import { answering, each, failing, seeing, silent, tapping } from './stage-hands'

const COUNSELLOR = 'demo-staff-counsellor'
const AFFAIRS = 'demo-staff-studentAffairs'

const PAGES = 'packages/staff/pages'
const STATISTICS = `${PAGES}/statistics/statistics`
const COLLEGE = encodeURIComponent('信息工程学院')
const LACKING = `${PAGES}/lacking/lacking?cohort=2022&item=`

const NOW = '2022-06-20T06:00:00.000Z'

const item = (
  title: string,
  required: boolean,
  [done, pending, exempt]: [number, number, number],
): OverviewAnswer['items'][number] => ({
  code: title,
  title,
  required,
  step: 1,
  done,
  pending,
  exempt,
  listed: true,
})

/** Ten days after the first morning, as the school would look then. */
const LATER: OverviewAnswer = {
  cohort: { id: '2022', name: '2022 届' },
  name: '全校',
  students: 3_006,
  mayLeave: 1_284,
  exports: true,
  now: NOW,
  items: [
    item('退宿', true, [1_602, 1_012, 392]),
    item('学费', true, [2_861, 145, 0]),
    item('图书归还', true, [2_790, 216, 0]),
    item('团组织关系转接', true, [2_240, 351, 415]),
    item('户口迁移', false, [84, 122, 2_800]),
    item('大学生医保', true, [3_006, 0, 0]),
  ],
  parts: {
    kind: 'college',
    rows: [
      { name: '信息工程学院', students: 812, mayLeave: 396 },
      { name: '智能制造学院', students: 704, mayLeave: 241 },
      { name: '商学院', students: 790, mayLeave: 388 },
      { name: '建筑工程学院', students: 700, mayLeave: 259 },
    ],
  },
  line: [12, 60, 131, 190, 402, 466, 610, 790, 1_003, 1_140].map((mayLeave, index) => ({
    day: `2022-06-${index + 11}`,
    students: 3_006,
    mayLeave,
  })),
}

const LATE: LackingAnswer = {
  item: { code: 'dorm', title: '退宿', required: true },
  deadline: { text: '2022 年 6 月 22 日', daysLeft: -3 },
  name: '软件技术 1902 班',
  total: 3,
  more: false,
  reminds: true,
  registers: false,
  opens: true,
  now: NOW,
  parts: { kind: 'class', rows: [] },
  rows: [
    { studentNo: '1', name: '林知夏', reason: '还没有提交退宿申请', daysLate: 3 },
    { studentNo: '2', name: '周予安', reason: '等学院书记审核', daysLate: 3 },
    { studentNo: '3', name: '许沐阳', reason: '已退回：离开时间要改', daysLate: 3 },
  ].map((row) => ({ ...row, className: '软件技术 1902 班' })),
}

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

const GOWN: LackingAnswer = {
  ...LATE,
  item: { code: 'gown', title: '归还毕业服', required: true },
  registers: true,
  rows: LATE.rows.map((row) => ({ ...row, reason: '学生处还没有登记办结' })),
}

const late = answering('statistics.lacking', LATE)

const reminding = each(press('提醒这 3 人'), press('提醒'), seeing('提醒了'))

/** How far everybody is, and who lacks what. */
export const STATISTICS_SCENES: Scene[] = [
  { name: 'statistics-first-day', openid: AFFAIRS, page: STATISTICS, height: 1600 },
  {
    name: 'statistics-later',
    openid: AFFAIRS,
    page: STATISTICS,
    height: 1600,
    before: answering('statistics.overview', LATER),
  },
  {
    name: 'statistics-later-320',
    openid: AFFAIRS,
    page: STATISTICS,
    width: 320,
    before: answering('statistics.overview', LATER),
  },
  {
    name: 'statistics-college',
    openid: AFFAIRS,
    page: `${STATISTICS}?cohort=2022&college=${COLLEGE}`,
    height: 1600,
  },
  { name: 'statistics-class', openid: COUNSELLOR, page: STATISTICS, height: 1080 },
  { name: 'statistics-failed', openid: 'demo-staff-failing', page: STATISTICS, before: failing },
  {
    name: 'statistics-loading',
    openid: COUNSELLOR,
    page: STATISTICS,
    before: silent,
    shows: '[role=status]',
  },
  { name: 'lacking-school', openid: AFFAIRS, page: `${LACKING}library`, height: 1600 },
  { name: 'lacking-class', openid: COUNSELLOR, page: `${LACKING}dorm` },
  { name: 'lacking-late', openid: COUNSELLOR, page: `${LACKING}dorm`, before: late },
  {
    name: 'lacking-reminded',
    openid: COUNSELLOR,
    page: `${LACKING}dorm`,
    before: each(
      late,
      answering('statistics.remind', {
        reminded: 2,
        bound: 1,
        already: 0,
        waiting: 1,
        more: false,
      }),
    ),
    after: reminding,
  },
  {
    name: 'lacking-register',
    openid: AFFAIRS,
    page: `${LACKING}gown`,
    before: answering('statistics.lacking', GOWN),
    after: each(tapping('checkbox', '选 林知夏'), tapping('checkbox', '选 许沐阳')),
  },
  {
    name: 'lacking-refuse',
    openid: AFFAIRS,
    page: `${LACKING}gown`,
    before: answering('statistics.lacking', GOWN),
    after: each(tapping('checkbox', '选 林知夏'), press('还不能登记')),
  },
  {
    name: 'lacking-table',
    openid: COUNSELLOR,
    page: `${LACKING}dorm`,
    before: late,
    after: each(press('导出表格'), seeing('表格做好了')),
  },
  {
    name: 'lacking-nobody',
    openid: COUNSELLOR,
    page: `${LACKING}dorm`,
    before: answering('statistics.lacking', { ...LATE, total: 0, rows: [] }),
  },
]
