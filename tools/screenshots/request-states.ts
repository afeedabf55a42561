import type {
  ActionView,
  MessageView,
  ProcedureAnswer,
  RequestView,
} from '../../domain/procedures/answers'
import type { DormCheckoutForm } from '../../domain/procedures/forms/dorm-checkout'

/** Requests where they are hard to bring to, as the functions answer them. */
const THINGS = ['床', '柜', '桌', '椅', '灯', '空调', '门锁', '窗']

const button = (name: string, form: ActionView['form'] = 'none'): ActionView => ({
  name,
  label: '',
  tone: 'primary',
  note: 'none',
  usualNotes: [],
  form,
  fields: [],
})

const FILE = button('file', 'filing')
const WITHDRAW = { ...button('withdraw'), label: '撤回' }

const DORM: RequestView = {
  id: 'TS220610-7K3M9Q',
  procedure: 'dormCheckout',
  title: '退宿',
  version: 2,
  state: 'secretary',
  status: 'pending',
  bad: false,
  late: false,
  headline: '等学院书记审核',
  explanation: '通过后会通知你。之后请联系宿管员检查房间。',
  timeline: [
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
    {
      mark: 'done',
      title: '辅导员 王海棠 同意',
      detail: '6 月 10 日 11:03　「注意带走贵重物品」',
    },
    { mark: 'now', title: '等学院书记审核', detail: '已等 3 小时' },
    { mark: 'ahead', title: '宿管员检查房间', detail: '' },
    { mark: 'ahead', title: '你确认检查记录', detail: '' },
    { mark: 'ahead', title: '离开宿舍', detail: '' },
  ],
  lines: [
    { label: '床位', value: '3 号楼 412 室 2 床' },
    { label: '离开', value: '2022 年 6 月 18 日上午' },
    { label: '钥匙', value: '2 把' },
    { label: '电话', value: '13800000000' },
    { label: '物品', value: '床完好、柜完好、桌损坏、椅完好、灯完好、空调完好、门锁完好、窗完好' },
  ],
  photos: [],
  results: [],
  resultPhotos: [],
  actions: [WITHDRAW],
  undoUntil: null,
}

const DORM_TYPED: DormCheckoutForm = {
  leaveOn: '2022-06-18',
  slot: 'morning',
  keys: 2,
  phone: '13800000000',
  checklist: THINGS.map((thing) => ({ thing, condition: thing === '桌' ? 'damaged' : 'good' })),
  photos: [],
  remarks: '桌面有一道划痕，入住时就有。',
}

const DORM_ANSWER: ProcedureAnswer = {
  procedure: 'dormCheckout',
  title: '退宿',
  student: {
    studentNo: '1907010216',
    name: '林知夏',
    className: '软件技术 1902 班',
    place: '3 号楼 412 室 2 床',
  },
  request: DORM,
  typed: DORM_TYPED,
  filings: [],
  links: [],
  pledge: null,
  blocked: '',
  late: false,
  known: [],
  warnings: [],
  things: THINGS,
  contacts: [{ name: '学生处 方莉莉', phones: ['025-85395012'] }],
  templates: [],
  now: '2022-06-10T06:05:00.000Z',
}

const dorm = (request: Partial<RequestView>, rest: Partial<ProcedureAnswer> = {}) => ({
  ...DORM_ANSWER,
  ...rest,
  request: { ...DORM, ...request },
})

const FOUND = [
  { label: '物品', value: '床完好、柜完好、桌损坏、椅完好、灯完好、空调完好、门锁完好、窗缺失' },
  { label: '赔偿 桌', value: '80.00 元' },
  { label: '赔偿 窗', value: '66.67 元（共 200.00 元，3 人分摊）' },
  { label: '应赔合计', value: '146.67 元' },
  { label: '交回钥匙', value: '2 把' },
]

export const DORM_WAITING = dorm({})

export const DORM_RETURNED = dorm({
  state: 'returned',
  bad: true,
  headline: '已退回：联系电话打不通',
  explanation: '你填的内容都还在，改好后再提交一次。',
  timeline: [
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
    { mark: 'bad', title: '辅导员 王海棠 退回', detail: '6 月 10 日 11:03　「联系电话打不通」' },
    { mark: 'bad', title: '已退回：联系电话打不通', detail: '' },
    { mark: 'ahead', title: '辅导员审核', detail: '' },
    { mark: 'ahead', title: '学院书记审核', detail: '' },
    { mark: 'ahead', title: '宿管员检查房间', detail: '' },
    { mark: 'ahead', title: '离开宿舍', detail: '' },
  ],
  actions: [FILE, WITHDRAW],
})

export const DORM_REPAIR = dorm({
  state: 'repair',
  bad: true,
  headline: '先修复或赔偿，再检查一次',
  explanation: '办好下面写的事情，再请宿管员检查一次。',
  timeline: [
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
    {
      mark: 'bad',
      title: '宿管员 刘长河 检查没有通过，要先修复或赔偿',
      detail: '6 月 18 日 10:20',
    },
    { mark: 'bad', title: '先修复或赔偿，再检查一次', detail: '已等 2 小时' },
    { mark: 'ahead', title: '宿管员检查房间', detail: '' },
    { mark: 'ahead', title: '你确认检查记录', detail: '' },
    { mark: 'ahead', title: '离开宿舍', detail: '' },
  ],
  results: FOUND,
  actions: [],
})

export const DORM_TO_CONFIRM = dorm({
  state: 'confirmation',
  headline: '请确认检查记录',
  explanation: '核对宿管员的检查记录，没有问题就输入姓名确认。',
  results: FOUND,
  actions: [
    button('confirm', 'confirmation'),
    {
      ...button('dispute'),
      note: 'required',
      usualNotes: ['损坏不是我造成的', '赔偿金额不对', '交回的钥匙数不对'],
    },
  ],
})

export const DORM_DONE = dorm({
  state: 'done',
  status: 'done',
  headline: '6 月 18 日已退宿',
  explanation: '宿舍已经交还，退宿办好了。',
  timeline: [
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
    { mark: 'done', title: '宿管员 刘长河 检查通过', detail: '6 月 18 日 10:20' },
    { mark: 'done', title: '你确认了检查记录', detail: '6 月 18 日 10:31' },
    { mark: 'done', title: '6 月 18 日已退宿', detail: '' },
  ],
  results: FOUND,
  actions: [],
})

export const DORM_LATE: ProcedureAnswer = {
  ...DORM_ANSWER,
  request: null,
  typed: null,
  late: true,
  now: '2022-06-24T01:00:00.000Z',
}

const REFUND: RequestView = {
  ...DORM,
  id: 'TF220610-4Q8W2E',
  procedure: 'cardRefund',
  title: '一卡通退费',
  version: 1,
  state: 'filed',
  headline: '已提交，等财务处退款',
  explanation: '退款以报表日的余额为准，退到你填的借记卡。',
  timeline: [
    { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
    { mark: 'now', title: '已提交，等财务处退款', detail: '已等 2 天' },
    { mark: 'ahead', title: '银行办理', detail: '' },
    { mark: 'ahead', title: '到账', detail: '' },
  ],
  lines: [
    { label: '开户名', value: '林知夏' },
    { label: '银行', value: '中国农业银行' },
    { label: '卡号', value: '尾号 0018' },
    { label: '电话', value: '13800000000' },
  ],
  actions: [FILE, WITHDRAW],
}

const REFUND_ANSWER: ProcedureAnswer = {
  ...DORM_ANSWER,
  procedure: 'cardRefund',
  title: '一卡通退费',
  request: REFUND,
  typed: {
    holder: '林知夏',
    bank: '中国农业银行',
    lastFour: '0018',
    phone: '13800000000',
    consentedAt: '2022-06-10T01:00:00.000Z',
  },
  known: [
    { label: '一卡通余额', value: '86.40 元' },
    { label: '数据来源', value: '一卡通系统，6 月 10 日 08:35' },
  ],
  things: [],
  contacts: [{ name: '财务处 周晨婷', phones: ['025-85395103', '025-85395014'] }],
}

export const REFUND_FILED = REFUND_ANSWER

export const REFUND_FAILED: ProcedureAnswer = {
  ...REFUND_ANSWER,
  request: {
    ...REFUND,
    state: 'failed',
    bad: true,
    headline: '银行没有退成：账户已销户',
    explanation: '请核对开户名、银行和卡号，改好后再提交一次。',
  },
}

export const REFUND_PAID: ProcedureAnswer = {
  ...REFUND_ANSWER,
  request: {
    ...REFUND,
    state: 'paid',
    status: 'done',
    headline: '7 月 6 日已退款',
    explanation: '余额已经退到你的借记卡。',
    timeline: [
      { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
      { mark: 'done', title: '财务 夏晓禾 已退款', detail: '7 月 6 日 10:05' },
      { mark: 'done', title: '7 月 6 日已退款', detail: '' },
    ],
    results: [{ label: '退款', value: '86.40 元' }],
    actions: [],
  },
}

const DORM_PAGE = '/packages/requests/pages/dorm-checkout/dorm-checkout'

export const MESSAGES: { messages: MessageView[] } = {
  messages: [
    {
      id: 'b',
      title: '退宿',
      text: '请联系宿管员检查房间',
      page: DORM_PAGE,
      at: '2022-06-11T02:20:00.000Z',
    },
    {
      id: 'a',
      title: '退宿',
      text: '辅导员同意，等学院书记审核',
      page: DORM_PAGE,
      at: '2022-06-10T03:03:00.000Z',
    },
  ],
}
