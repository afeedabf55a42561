import type {
  ActionView,
  ProcedureAnswer,
  RequestView,
} from '../../../../domain/procedures/answers'

/** What the functions answer a student who opens a procedure. */
export const DORM: ProcedureAnswer = {
  procedure: 'dormCheckout',
  title: '退宿',
  student: {
    studentNo: '1907010216',
    name: '林知夏',
    className: '软件技术 1902 班',
    place: '3 号楼 412 室 2 床',
  },
  request: null,
  typed: null,
  filings: [],
  links: [],
  pledge: null,
  blocked: '',
  late: false,
  known: [],
  warnings: [],
  things: ['床', '桌'],
  contacts: [{ name: '学生处 方莉莉', phones: ['025-85395012'] }],
  templates: ['template-result'],
  now: '2022-06-10T01:00:00.000Z',
}

export const REFUND: ProcedureAnswer = {
  ...DORM,
  procedure: 'cardRefund',
  title: '一卡通退费',
  known: [{ label: '一卡通余额', value: '86.40 元' }],
  warnings: ['7 月 4 日：取消实体卡和虚拟卡的所有功能。'],
  things: [],
}

export const action = (name: string, rest: Partial<ActionView> = {}): ActionView => ({
  name,
  label: name,
  tone: 'primary',
  note: 'none',
  usualNotes: [],
  form: 'none',
  fields: [],
  ...rest,
})

export const FILE = action('file', { form: 'filing' })
export const WITHDRAW = action('withdraw', { label: '撤回', tone: 'quiet' })

export function request(
  procedure: RequestView['procedure'],
  state: string,
  rest: Partial<RequestView> = {},
): RequestView {
  return {
    id: 'TS220610-7K3M9Q',
    procedure,
    title: '',
    version: 1,
    state,
    status: 'pending',
    bad: false,
    late: false,
    headline: '等辅导员审核',
    explanation: '有结果会通知你。',
    timeline: [],
    lines: [{ label: '钥匙', value: '2 把' }],
    photos: [],
    results: [],
    resultPhotos: [],
    actions: [],
    undoUntil: null,
    ...rest,
  }
}

/** Calls and their answers take a few turns. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20))
}
