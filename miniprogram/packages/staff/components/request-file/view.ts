import { dayOf } from '../../../../../domain/calendar'
import type {
  ActionView,
  RequestView,
  StaffRequestAnswer,
} from '../../../../../domain/procedures/answers'
import { tableOf } from '../../../../../domain/procedures/tables'

/** A button under a request. */
export interface ButtonView {
  name: string
  words: string
  tone: 'primary' | 'quiet' | 'danger'
  /** What pressing it does: a step, one with a reason, one that is filled in above, a page. */
  kind: 'step' | 'reasoned' | 'fields' | 'inspection' | 'filing'
  /** Over the words that it is sent with. */
  heading: string
  usualReasons: string[]
}

export interface FileView {
  studentNo: string
  name: string
  /** 软件技术 1902 班　3 号楼 412 室 2 床 */
  about: string
  /** Without what is meant for the student. */
  request: RequestView
  buttons: ButtonView[]
  /** What is to be filled in on the page for a step, before its button is pressed. */
  forms: ActionView[]
  today: string
  /** Whether a word to the student can be given with the step. */
  takesNote: boolean
}

/** A request in the words that its page at the desk shows. */
export function toFileView({ student, request, now }: StaffRequestAnswer): FileView {
  const { studentNo, name, className, place } = student
  const { actions } = request
  return {
    studentNo,
    name,
    about: [className, place].filter(Boolean).join('　'),
    request: { ...request, explanation: '' },
    buttons: buttonsOf(request),
    forms: actions.filter((action) => isFilledIn(request, action)),
    today: dayOf(now),
    takesNote: actions.some(({ note, form }) => note === 'optional' && form === 'none'),
  }
}

/** Red before blue, as the thumb expects it; both results of an inspection are found on its page. */
function buttonsOf(request: RequestView): ButtonView[] {
  const { actions } = request
  const inspects = actions.some(({ form }) => form === 'inspection')
  const others = actions
    .filter(({ form }) => form !== 'inspection')
    .map((action) => toButton(request, action))
  const all = inspects ? [...others, INSPECT] : others
  return all.sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone))
}

const ORDER: ButtonView['tone'][] = ['danger', 'quiet', 'primary']

const INSPECT: ButtonView = {
  name: 'inspection',
  words: '开始检查',
  tone: 'primary',
  kind: 'inspection',
  heading: '',
  usualReasons: [],
}

function toButton(request: RequestView, action: ActionView): ButtonView {
  const { name, label, tone, usualNotes } = action
  const kind = kindOf(request, action)
  const files = kind === 'filing'
  return {
    name,
    words: files ? `代办：${label}` : label,
    tone: files ? 'quiet' : tone,
    kind,
    heading: tone === 'primary' ? label : `为什么${label}`,
    usualReasons: usualNotes,
  }
}

function kindOf(request: RequestView, action: ActionView): ButtonView['kind'] {
  if (isFilledIn(request, action)) return 'fields'
  if (action.form !== 'none') return 'filing'
  return action.note === 'required' ? 'reasoned' : 'step'
}

/** A step with fields of its own; what the student files stands on the student's page. */
function isFilledIn({ procedure }: RequestView, { name, form }: ActionView): boolean {
  const { transitions } = tableOf(procedure)
  return form === 'fields' && !transitions.some((row) => row.name === name && row.files)
}

/** 还剩 9 分钟; empty when it is over. */
export function undoLeft(undoUntil: string | null, now: number): string {
  const left = undoUntil === null ? 0 : Date.parse(undoUntil) - now
  return left > 0 ? `还剩 ${Math.ceil(left / 60_000)} 分钟` : ''
}
