import type { SearchAnswer, StudentRow } from '../../../../../domain/procedures/answers'
import { toWorkRowView, type WorkRowView } from '../work-row/view'

export interface StudentRowView extends Pick<StudentRow, 'studentNo' | 'name'> {
  /** 软件技术 1902 班　3 号楼 412 室 2 床 */
  about: string
}

export interface FoundView {
  requests: WorkRowView[]
  students: StudentRowView[]
  /** What to do when nobody was found; else empty. */
  nobody: string
  /** Said where a search finds more than it shows. */
  many: string
}

/** As many of each kind as a search answers. */
const MOST = 20

export function toFoundView({ requests, students }: SearchAnswer, text: string): FoundView {
  const none = requests.length === 0 && students.length === 0
  const cut = requests.length >= MOST || students.length >= MOST
  return {
    requests: requests.map((row) => toWorkRowView(row, row.since, 'says')),
    students: students.map(({ studentNo, name, className, place }) => ({
      studentNo,
      name,
      about: [className, place].filter(Boolean).join('　'),
    })),
    nobody: none ? `你负责的范围里没有找到「${text}」。换姓名、学号或房间再试，例如 3-412。` : '',
    many: cut ? `只列出前 ${MOST} 个，多输几个字会更准。` : '',
  }
}

/** Why a text is not searched for yet; empty when it is. */
export function tooShort(text: string): string {
  if (text === '') return '输入姓名、学号、班级或房间，例如 林知夏、3-412。'
  return /^\d{1,2}$/.test(text) ? '学号和房间号至少输 3 位。' : ''
}
