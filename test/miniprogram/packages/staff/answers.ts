import type { StaffRequestAnswer, WorkRow } from '../../../../domain/procedures/answers'

/** What the desk's functions answer in these tests. */
export const NOW = '2022-06-10T04:00:00.000Z'
export const LIN = 'TS220610-AAAAAA'
export const ZHOU = 'TS220610-BBBBBB'
export const XU = 'TS220610-CCCCCC'

export function workRow(id: string, name: string, row: Partial<WorkRow> = {}): WorkRow {
  return {
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
    ...row,
  }
}

export function requestAnswer(change: Partial<StaffRequestAnswer['request']> = {}) {
  const answer: StaffRequestAnswer = {
    student: {
      studentNo: '1907010216',
      name: '林知夏',
      className: '软件技术 1902 班',
      college: '信息工程学院',
      place: '3 号楼 412 室 2 床',
    },
    request: {
      id: LIN,
      procedure: 'dormCheckout',
      title: '退宿',
      version: 1,
      state: 'counsellor',
      status: 'pending',
      bad: false,
      late: false,
      headline: '等辅导员审核',
      explanation: '',
      timeline: [{ mark: 'now', title: '等辅导员审核', detail: '已等 3 小时' }],
      lines: [{ label: '钥匙', value: '2 把' }],
      photos: [],
      results: [],
      resultPhotos: [],
      actions: [APPROVE, RETURN],
      undoUntil: null,
      ...change,
    },
    roommates: [],
    things: [],
    templates: ['template-turn'],
    now: NOW,
  }
  return answer
}

type ActionView = StaffRequestAnswer['request']['actions'][number]

const APPROVE: ActionView = {
  name: 'approve',
  label: '同意',
  tone: 'primary',
  note: 'optional',
  usualNotes: [],
  form: 'none',
  fields: [],
}

const RETURN: ActionView = {
  name: 'return',
  label: '退回',
  tone: 'danger',
  note: 'required',
  usualNotes: ['离开时间要改', '联系电话打不通'],
  form: 'none',
  fields: [],
}

export const PASS: ActionView = {
  ...APPROVE,
  name: 'pass',
  label: '检查通过',
  note: 'none',
  form: 'inspection',
}

/** A room of three who wait for its inspection. */
export function roomAnswer(): StaffRequestAnswer {
  return {
    ...requestAnswer({ version: 3, state: 'inspection', actions: [PASS] }),
    roommates: [
      { id: ZHOU, version: 4, name: '周予安', bed: '3', keys: 1 },
      { id: XU, version: 5, name: '许沐阳', bed: '4', keys: 2 },
    ],
    things: ['床', '桌', '椅'],
  }
}

/** Calls and their answers take a few turns. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30))
}
