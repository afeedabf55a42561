import type {
  ActionView,
  RequestView,
  StaffRequestAnswer,
} from '../../../../../domain/procedures/answers'

/** A button under a request. */
export interface ButtonView {
  name: string
  words: string
  tone: 'primary' | 'quiet' | 'danger'
  /** What pressing it does: a step, a step with a reason, a page. */
  kind: 'step' | 'reasoned' | 'inspection' | 'filing'
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
  /** Whether a word to the student can be given with the step. */
  takesNote: boolean
}

/** A request in the words that its page at the desk shows. */
export function toFileView({ student, request }: StaffRequestAnswer): FileView {
  const { studentNo, name, className, place } = student
  const { actions } = request
  return {
    studentNo,
    name,
    about: [className, place].filter(Boolean).join('　'),
    request: { ...request, explanation: '' },
    buttons: buttonsOf(actions),
    takesNote: actions.some(({ note, form }) => note === 'optional' && form === 'none'),
  }
}

/** Red before blue, as the thumb expects it; both results of an inspection are found on its page. */
function buttonsOf(actions: readonly ActionView[]): ButtonView[] {
  const inspects = actions.some(({ form }) => form === 'inspection')
  const others = actions.filter(({ form }) => form !== 'inspection').map(toButton)
  const all = inspects ? [...others, INSPECT] : others
  return all.sort((a, b) => ORDER.indexOf(a.tone) - ORDER.indexOf(b.tone))
}

const ORDER: ButtonView['tone'][] = ['danger', 'quiet', 'primary']

const INSPECT: ButtonView = {
  name: 'inspection',
  words: '开始检查',
  tone: 'primary',
  kind: 'inspection',
  usualReasons: [],
}

function toButton({ name, label, tone, note, usualNotes, form }: ActionView): ButtonView {
  const files = form !== 'none'
  return {
    name,
    words: files ? `代办：${label}` : label,
    tone: files ? 'quiet' : tone,
    kind: files ? 'filing' : note === 'required' ? 'reasoned' : 'step',
    usualReasons: usualNotes,
  }
}

/** 还剩 9 分钟; empty when it is over. */
export function undoLeft(undoUntil: string | null, now: number): string {
  const left = undoUntil === null ? 0 : Date.parse(undoUntil) - now
  return left > 0 ? `还剩 ${Math.ceil(left / 60_000)} 分钟` : ''
}
