import type { Page } from 'playwright-core'
import * as states from './desk-states'
import type { Scene } from './scenes'
import { answering, each, failing, seeing, tapping } from './stage-hands'

const COUNSELLOR = 'demo-staff-counsellor'
const DORM_MANAGER = 'demo-staff-dormManager'

/** Who has set a larger text in WeChat. */
const LARGE = `${COUNSELLOR}&font=22`

const PAGES = 'packages/staff/pages'
const DESK = `${PAGES}/desk/desk`
const REQUEST = `${PAGES}/request/request?id=TS220610-7K3M9Q`
const INSPECTION = `${PAGES}/inspection/inspection?id=TS220610-7K3M9Q`
const SEARCH = `${PAGES}/search/search`

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

const type = (name: string, text: string) => (page: Page) =>
  page.getByRole('textbox', { name }).fill(text)

const waiting = answering('desk.worklist', states.WORKLIST)
const room = answering('desk.request', states.ROOM)

/** What stands above the list has come: it moves the list no more. */
const settled = seeing('等你核验')

const choosing = each(settled, press('全选'), tapping('checkbox', '选 许沐阳'))

const damaged = each(
  (page) =>
    page.getByRole('radiogroup', { name: '桌' }).getByRole('radio', { name: '损坏' }).click(),
  press('其余都完好'),
  press('桌，记一项赔偿'),
  type('赔偿金额', '100'),
)

const found = each(type('姓名、学号、班级或房间', '知夏'), seeing('申请'))

/** What staff do about requests. */
export const DESK_SCENES: Scene[] = [
  {
    name: 'desk',
    openid: COUNSELLOR,
    page: DESK,
    before: waiting,
    shows: 'text=林知夏',
    after: (page) => page.getByRole('link', { name: '进度统计' }).waitFor(),
  },
  {
    name: 'desk-chosen',
    openid: COUNSELLOR,
    page: DESK,
    before: waiting,
    shows: 'text=林知夏',
    after: choosing,
  },
  {
    name: 'desk-chosen-320',
    openid: COUNSELLOR,
    page: DESK,
    width: 320,
    before: waiting,
    shows: 'text=林知夏',
    after: choosing,
  },
  {
    name: 'desk-chosen-large',
    openid: LARGE,
    page: DESK,
    before: waiting,
    shows: 'text=林知夏',
    after: choosing,
  },
  {
    name: 'desk-reason',
    openid: COUNSELLOR,
    page: DESK,
    before: waiting,
    shows: 'text=林知夏',
    after: each(choosing, press('退回'), press('联系电话打不通')),
  },
  {
    name: 'desk-results',
    openid: COUNSELLOR,
    page: DESK,
    before: each(waiting, answering('desk.decide', states.MIXED)),
    shows: 'text=林知夏',
    after: each(settled, press('全选'), press('同意所选 5 人'), seeing('没有办成')),
  },
  {
    name: 'desk-two-kinds',
    openid: COUNSELLOR,
    page: DESK,
    before: answering('desk.worklist', states.TWO_KINDS),
    shows: 'text=何以宁',
  },
  { name: 'desk-failed', openid: COUNSELLOR, page: DESK, before: failing },
  {
    name: 'desk-mine',
    openid: 'demo-staff-studentAffairs',
    page: DESK,
    after: each(tapping('tab', '我的'), seeing('我的岗位')),
  },
  {
    name: 'desk-tablet',
    openid: COUNSELLOR,
    page: DESK,
    width: 1000,
    height: 900,
    before: each(waiting, answering('desk.request', states.TO_DECIDE)),
    shows: 'text=林知夏',
    after: each((page) => page.getByRole('link', { name: /^林知夏/ }).click(), seeing('申请内容')),
  },
  {
    name: 'request',
    openid: COUNSELLOR,
    page: REQUEST,
    height: 1080,
    before: answering('desk.request', states.TO_DECIDE),
  },
  {
    name: 'request-reason',
    openid: COUNSELLOR,
    page: REQUEST,
    before: answering('desk.request', states.TO_DECIDE),
    after: each(
      press('退回'),
      (page) => page.getByRole('dialog').getByRole('button', { name: '退回' }).click(),
      seeing('请写明原因'),
    ),
  },
  {
    name: 'request-undo',
    openid: COUNSELLOR,
    page: REQUEST,
    before: answering('desk.request', states.TO_UNDO),
  },
  {
    name: 'request-take-back',
    openid: COUNSELLOR,
    page: REQUEST,
    before: answering('desk.request', states.TO_TAKE_BACK),
  },
  {
    name: 'request-take-back-reason',
    openid: COUNSELLOR,
    page: REQUEST,
    before: answering('desk.request', states.TO_TAKE_BACK),
    after: each(press('撤回这一步'), press('点错了人')),
  },
  { name: 'request-inspect', openid: DORM_MANAGER, page: REQUEST, before: room },
  { name: 'inspection', openid: DORM_MANAGER, page: INSPECTION, height: 1700, before: room },
  {
    name: 'inspection-damage',
    openid: DORM_MANAGER,
    page: INSPECTION,
    height: 1900,
    before: room,
    after: damaged,
  },
  {
    name: 'inspection-errors',
    openid: DORM_MANAGER,
    page: INSPECTION,
    height: 2200,
    before: room,
    after: each(press('加一项赔偿'), type('赔偿金额', '一百'), press('提交 3 人的检查记录')),
  },
  {
    name: 'inspection-320',
    openid: DORM_MANAGER,
    page: INSPECTION,
    width: 320,
    height: 1900,
    before: room,
    after: damaged,
  },
  {
    name: 'inspection-unsent',
    openid: DORM_MANAGER,
    page: INSPECTION,
    before: room,
    after: each(press('其余都完好'), failing, press('提交 3 人的检查记录'), seeing('没有连上')),
  },
  {
    name: 'inspection-results',
    openid: DORM_MANAGER,
    page: INSPECTION,
    before: each(room, answering('desk.inspect', states.INSPECTED)),
    after: each(press('其余都完好'), press('提交 3 人的检查记录'), seeing('没有办成')),
  },
  { name: 'search', openid: COUNSELLOR, page: SEARCH, shows: '[role=status]' },
  {
    name: 'search-found',
    openid: COUNSELLOR,
    page: SEARCH,
    shows: '[role=status]',
    before: answering('desk.search', states.FOUND),
    after: found,
  },
  {
    name: 'search-nobody',
    openid: COUNSELLOR,
    page: SEARCH,
    shows: '[role=status]',
    before: answering('desk.search', { requests: [], students: [] }),
    after: each(type('姓名、学号、班级或房间', '张三'), seeing('没有找到')),
  },
  {
    name: 'student',
    openid: COUNSELLOR,
    page: REQUEST,
    before: each(
      answering('desk.request', states.TO_DECIDE),
      answering('desk.student', states.STUDENT),
    ),
    after: each((page) => page.getByText('全部环节').click(), seeing('必办的没办完')),
  },
]
