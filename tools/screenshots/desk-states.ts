import type {
  ActionView,
  DecisionsAnswer,
  RequestView,
  StaffRequestAnswer,
  StaffStudentAnswer,
  WorklistAnswer,
  WorkRow,
} from '../../domain/procedures/answers'

/** What the desk's functions answer where it is hard to bring a school to. */
const NOW = '2022-06-10T04:00:00.000Z'

const LIN_ID = 'TS220610-7K3M9Q'
const ZHOU_ID = 'TS220610-8B4N2R'
const XU_ID = 'TS220609-5C6P1T'

const row = (id: string, name: string, rest: Partial<WorkRow>): WorkRow => ({
  id,
  version: 1,
  procedure: 'dormCheckout',
  studentNo: '1907010216',
  name,
  className: '软件技术 1902 班',
  place: '3 号楼 412 室 2 床',
  summary: '6 月 18 日上午离开',
  says: '等辅导员审核',
  since: '2022-06-10T01:00:00.000Z',
  overdue: false,
  late: false,
  quick: [{ name: 'approve', label: '同意' }],
  ...rest,
})

const ROWS = [
  row(XU_ID, '许沐阳', {
    place: '',
    summary: '6 月 9 日上午离开',
    since: '2022-06-08T08:00:00.000Z',
    overdue: true,
    late: true,
  }),
  row(LIN_ID, '林知夏', { summary: '6 月 18 日上午离开 · 1 处损坏' }),
  row(ZHOU_ID, '周予安', { since: '2022-06-09T23:00:00.000Z' }),
  row('TS220609-6D7Q3V', '沈清和', {
    place: '5 号楼 207 室 1 床',
    summary: '6 月 20 日下午离开',
    since: '2022-06-09T02:00:00.000Z',
  }),
  row('TS220609-9F8S4W', '陆言之', {
    place: '5 号楼 207 室 3 床',
    summary: '6 月 20 日下午离开',
    since: '2022-06-09T02:00:00.000Z',
    late: true,
  }),
]

const REFUND = row('TF220610-2G3H4J', '何以宁', {
  procedure: 'cardRefund',
  place: '',
  summary: '中国农业银行 尾号 0018',
  says: '已提交，等财务处退款',
  quick: [],
})

const DORM_COUNT = { procedure: 'dormCheckout' as const, title: '退宿', count: ROWS.length }

export const WORKLIST: WorklistAnswer = {
  counts: [DORM_COUNT],
  rows: ROWS,
  more: false,
  templates: [],
  now: NOW,
}

export const TWO_KINDS: WorklistAnswer = {
  ...WORKLIST,
  counts: [DORM_COUNT, { procedure: 'cardRefund', title: '一卡通退费', count: 1 }],
  rows: [...ROWS, REFUND],
}

export const MIXED: DecisionsAnswer = {
  results: ROWS.map(({ id }) => ({
    id,
    ok: id !== ZHOU_ID,
    message: '周予安 11:52 撤回了申请，现在是「已撤回」。请看过最新情况再办。',
  })),
}

const action = (name: string, label: string, rest: Partial<ActionView> = {}): ActionView => ({
  name,
  label,
  tone: 'primary',
  note: 'none',
  usualNotes: [],
  form: 'none',
  fields: [],
  ...rest,
})

const REQUEST: RequestView = {
  id: LIN_ID,
  procedure: 'dormCheckout',
  title: '退宿',
  version: 1,
  state: 'counsellor',
  status: 'pending',
  bad: false,
  late: false,
  headline: '等辅导员审核',
  explanation: '',
  timeline: [
    { mark: 'done', title: '林知夏提交了申请', detail: '6 月 10 日 09:00' },
    { mark: 'now', title: '等辅导员审核', detail: '已等 3 小时' },
    { mark: 'ahead', title: '学院书记审核', detail: '' },
    { mark: 'ahead', title: '宿管员检查房间', detail: '' },
    { mark: 'ahead', title: '离开宿舍', detail: '' },
  ],
  lines: [
    { label: '床位', value: '3 号楼 412 室 2 床' },
    { label: '离开', value: '2022 年 6 月 18 日上午' },
    { label: '钥匙', value: '2 把' },
    { label: '电话', value: '13800000000' },
    { label: '物品', value: '床完好、柜完好、桌损坏、椅完好' },
  ],
  photos: [],
  results: [],
  resultPhotos: [],
  actions: [
    action('approve', '同意', { note: 'optional' }),
    action('return', '退回', {
      tone: 'danger',
      note: 'required',
      usualNotes: ['离开时间要改', '联系电话打不通', '物品情况没写清楚', '还有费用没缴清'],
    }),
  ],
  undoUntil: null,
}

export const TO_DECIDE: StaffRequestAnswer = {
  student: {
    studentNo: '1907010216',
    name: '林知夏',
    className: '软件技术 1902 班',
    college: '信息工程学院',
    place: '3 号楼 412 室 2 床',
  },
  request: REQUEST,
  roommates: [],
  things: [],
  templates: [],
  now: NOW,
}

export const TO_UNDO: StaffRequestAnswer = {
  ...TO_DECIDE,
  request: {
    ...REQUEST,
    version: 2,
    headline: '等学院书记审核',
    timeline: [
      ...REQUEST.timeline.slice(0, 1),
      { mark: 'done', title: '你同意', detail: '6 月 10 日 11:58　「注意带走贵重物品」' },
      { mark: 'now', title: '等学院书记审核', detail: '已等 2 分钟' },
      ...REQUEST.timeline.slice(3),
    ],
    actions: [],
    undoUntil: '2022-06-10T04:08:00.000Z',
  },
}

/** The same when ten minutes are over. */
export const TO_TAKE_BACK: StaffRequestAnswer = {
  ...TO_UNDO,
  request: {
    ...TO_UNDO.request,
    actions: [
      action('takeBack', '撤回这一步', {
        tone: 'quiet',
        note: 'required',
        usualNotes: ['点错了人', '材料有误，要重办'],
      }),
    ],
    undoUntil: null,
  },
}

export const ROOM: StaffRequestAnswer = {
  ...TO_DECIDE,
  request: {
    ...REQUEST,
    version: 3,
    headline: '请联系宿管员检查房间',
    actions: [
      action('pass', '检查通过', { form: 'inspection' }),
      action('repair', '先修复或赔偿', { form: 'inspection', tone: 'danger' }),
    ],
  },
  roommates: [
    { id: ZHOU_ID, version: 3, name: '周予安', bed: '3', keys: 1 },
    { id: XU_ID, version: 3, name: '许沐阳', bed: '4', keys: 2 },
  ],
  things: ['床', '柜', '桌', '椅', '灯', '空调', '门锁', '窗'],
}

export const INSPECTED: DecisionsAnswer = {
  results: [
    { id: LIN_ID, ok: true, message: '' },
    { id: ZHOU_ID, ok: false, message: '周予安 11:52 撤回了申请，现在是「已撤回」。' },
    { id: XU_ID, ok: true, message: '' },
  ],
}

export const STUDENT: StaffStudentAnswer = {
  student: TO_DECIDE.student,
  items: [
    item('tuition', '学费', 'done', '没有欠费'),
    item('lodging', '住宿费', 'pending', '欠 2020–2021 学年住宿费 1,200.00 元'),
    item('dorm', '退宿', 'pending', '等辅导员审核'),
    item('library', '图书归还', 'done', '没有在借的书'),
    { ...item('hukou', '户口迁移', 'exempt', '户口不在学校'), required: false },
  ],
  requests: [row(LIN_ID, '林知夏', {})],
  mayFile: [
    {
      procedure: 'cardRefund',
      title: '一卡通退费',
      page: '/packages/requests/pages/card-refund/card-refund',
    },
  ],
  now: NOW,
}

function item(code: string, title: string, status: 'done' | 'pending' | 'exempt', reason: string) {
  return { code, title, required: true, status, reason }
}

export const FOUND = {
  requests: [row(LIN_ID, '林知夏', {})],
  students: [
    {
      studentNo: '1907010216',
      name: '林知夏',
      className: '软件技术 1902 班',
      place: '3 号楼 412 室 2 床',
    },
    {
      studentNo: '1905020242',
      name: '田知夏',
      className: '智慧健康养老服务 1902 班',
      place: '3 号楼 412 室 3 床',
    },
  ],
}
