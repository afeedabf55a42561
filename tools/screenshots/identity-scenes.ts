import type { Scene } from './scenes'
import { answering, each, failing, filling, refusing, seeing, silent, tapping } from './stage-hands'

const STRANGER = 'somebody'
const STUDENT = 'demo-student-linzhixia'
const COUNSELLOR = 'demo-staff-counsellor'
const AFFAIRS = 'demo-staff-studentAffairs'
const ADMINISTRATOR = 'demo-staff-administrator'
const AUDITOR = 'demo-staff-auditor'

const BINDING = 'pages/binding/binding'
const PRIVACY = 'pages/privacy/privacy'
const DESK = 'packages/staff/pages/desk/desk'
const UNBIND = 'packages/staff/pages/unbind/unbind'
const CODE = 'packages/staff/pages/staff-code/staff-code'
const TRAIL = 'packages/staff/pages/trail/trail'

const nobody = (campusLogin: string | null = null) =>
  answering('identity.me', { kind: 'unbound', name: '', grants: [], campusLogin })

const WHOLE = { 学号: '1907010216', 姓名: '林知夏', 身份证后六位: '08241X' }

const record = (seq: number, at: string, rest: object) => ({
  _id: `student:1907010216#${seq}`,
  person: 'student:1907010216',
  seq,
  at,
  hash: '',
  ...rest,
})

const BOUND_BY_SELF = record(1, '2022-06-08T12:10:00.000Z', {
  by: 'student:1907010216',
  role: 'nobody',
  action: 'identity.bindStudent',
  why: '本人绑定微信',
  before: { 微信: '未绑定' },
  after: { 微信: '已绑定' },
})

const UNBOUND_BY_COUNSELLOR = record(2, '2022-06-09T03:03:00.000Z', {
  by: 'staff:20081001',
  role: 'counsellor',
  action: 'identity.unbindStudent',
  why: '手机丢了，本人带学生证来说明',
  before: { 微信: '已绑定' },
  after: { 微信: '未绑定' },
})

const trail = (whole: boolean) =>
  answering('audit.trail', { records: [BOUND_BY_SELF, UNBOUND_BY_COUNSELLOR], whole })

const asking = each(filling({ 学号: '1907010216' }, '查记录'), seeing('条操作记录'))

const unbinding = each(
  filling({ 学号: '1907010216', 原因: '手机丢了，本人带学生证来说明' }, '解除绑定'),
  seeing('原来的微信马上看不到'),
)

/** Who is who: binding, the desk, and what staff do about bindings. */
export const IDENTITY_SCENES: Scene[] = [
  { name: 'binding', openid: STRANGER, page: BINDING, before: nobody() },
  {
    name: 'binding-loading',
    openid: STRANGER,
    page: BINDING,
    before: silent,
    shows: '[role=status]',
  },
  { name: 'binding-failed', openid: STRANGER, page: BINDING, before: failing },
  {
    name: 'binding-campus',
    openid: STRANGER,
    page: BINDING,
    before: nobody('https://cas.example.edu.cn/login'),
  },
  {
    name: 'binding-errors',
    openid: STRANGER,
    page: BINDING,
    before: nobody(),
    after: filling({ 学号: '190701', 身份证后六位: '12' }, '绑定'),
  },
  {
    name: 'binding-mismatch',
    openid: STRANGER,
    page: BINDING,
    before: each(
      nobody(),
      refusing('identity.bindStudent', {
        code: 'INVALID',
        message: '学号、姓名和身份证后六位对不上，请核对后再试。',
      }),
    ),
    after: each(tapping('checkbox', '我已阅读并同意'), filling(WHOLE, '绑定'), seeing('对不上')),
  },
  {
    name: 'binding-rate-limited',
    openid: STRANGER,
    page: BINDING,
    before: each(
      nobody(),
      refusing('identity.bindStudent', {
        code: 'RATE_LIMITED',
        message: '已经试了 5 次都没有对上，请 42 分钟后再试。',
      }),
    ),
    after: each(tapping('checkbox', '我已阅读并同意'), filling(WHOLE, '绑定'), seeing('42 分钟')),
  },
  {
    name: 'binding-staff',
    openid: STRANGER,
    page: BINDING,
    before: nobody(),
    after: tapping('tab', '我是老师'),
  },
  { name: 'binding-bound', openid: STUDENT, page: BINDING },
  { name: 'binding-bound-staff', openid: COUNSELLOR, page: BINDING },
  { name: 'desk-counsellor', openid: COUNSELLOR, page: DESK },
  { name: 'desk-student-affairs', openid: AFFAIRS, page: DESK },
  { name: 'desk-administrator', openid: ADMINISTRATOR, page: DESK },
  { name: 'desk-auditor', openid: AUDITOR, page: DESK },
  {
    name: 'desk-two-roles',
    openid: COUNSELLOR,
    page: DESK,
    before: answering('desk.home', {
      name: '王海棠',
      grants: [
        { role: 'counsellor', roleName: '辅导员', scope: '软件技术 1902 班、软件技术 1903 班' },
        { role: 'dormManager', roleName: '宿管员', scope: '3 号楼' },
      ],
      vacancies: [],
    }),
  },
  { name: 'unbind', openid: COUNSELLOR, page: UNBIND },
  { name: 'unbind-question', openid: COUNSELLOR, page: UNBIND, after: unbinding },
  {
    name: 'unbind-done',
    openid: COUNSELLOR,
    page: UNBIND,
    before: answering('identity.unbindStudent', { kind: 'student', name: '林知夏' }),
    after: each(
      unbinding,
      (page) => page.getByRole('dialog').getByRole('button', { name: '解除绑定' }).click(),
      seeing('已解绑'),
    ),
  },
  { name: 'staff-code', openid: ADMINISTRATOR, page: CODE },
  {
    name: 'staff-code-issued',
    openid: ADMINISTRATOR,
    page: CODE,
    before: answering('identity.issueStaffCode', {
      name: '王海棠',
      code: '40718253',
      expiresAt: '2022-06-10T01:15:00.000Z',
    }),
    after: each(filling({ 工号: '20081001' }, '生成验证码'), seeing('4071')),
  },
  { name: 'trail', openid: AUDITOR, page: TRAIL },
  { name: 'trail-whole', openid: AUDITOR, page: TRAIL, before: trail(true), after: asking },
  { name: 'trail-broken', openid: AUDITOR, page: TRAIL, before: trail(false), after: asking },
  { name: 'privacy', openid: STUDENT, page: PRIVACY, height: 2200, shows: '.field-value' },
  {
    name: 'privacy-stranger',
    openid: STRANGER,
    page: PRIVACY,
    height: 1240,
    before: refusing('identity.aboutMe', { code: 'UNBOUND', message: '' }),
  },
]
