import type { StaffStudentAnswer } from '../../../../../domain/procedures/answers'
import type { Status } from '../../../../../domain/sheet/sheet'
import { toWorkRowView, type WorkRowView } from '../work-row/view'

export interface ItemRowView {
  code: string
  title: string
  required: boolean
  status: Status
  word: string
  reason: string
  label: string
}

export interface StudentView {
  headline: string
  about: string
  items: ItemRowView[]
  requests: WorkRowView[]
  /** What can be filed for the student, with what its button says. */
  mayFile: { procedure: string; page: string; words: string }[]
}

const WORDS: Record<Status, string> = { done: '已办理', pending: '未办理', exempt: '无需办理' }
const LOUDEST_FIRST: Status[] = ['pending', 'done', 'exempt']

/** 离校单 of a student in the words of its page at the desk, the missing first. */
export function toStudentView(answer: StaffStudentAnswer): StudentView {
  const { student, items, requests, mayFile, now } = answer
  const missing = items.filter(({ required, status }) => required && status === 'pending').length
  return {
    headline:
      missing > 0
        ? `${student.name}，还有 ${missing} 项必办的没办完`
        : `${student.name}，必办的都办完了`,
    about: [student.className, student.place].filter(Boolean).join('　'),
    items: [...items]
      .sort((a, b) => LOUDEST_FIRST.indexOf(a.status) - LOUDEST_FIRST.indexOf(b.status))
      .map(toItemRow),
    requests: requests.map((row) => toWorkRowView(row, now, 'says')),
    mayFile: mayFile.map(({ procedure, title, page }) => ({
      procedure,
      page,
      words: `代办${title}`,
    })),
  }
}

function toItemRow(item: StaffStudentAnswer['items'][number]): ItemRowView {
  const { title, required, status, reason } = item
  const word = WORDS[status]
  const label = [title, required ? '必办' : '', word, reason].filter(Boolean).join('，')
  return { ...item, word, label }
}
