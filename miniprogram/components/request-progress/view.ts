import type { RequestView, TimelineRow } from '../../../domain/procedures/answers'
import type { Status } from '../../../domain/sheet/sheet'

export interface StageView extends TimelineRow {
  key: string
  /** The whole row as a screen reader says it. */
  label: string
}

export interface ProgressView {
  dot: Status
  headline: string
  bad: boolean
  late: boolean
  explanation: string
  stages: StageView[]
}

/** A mark is never told by its colour alone. */
const MARKS: Record<TimelineRow['mark'], string> = {
  done: '已完成',
  bad: '要处理',
  now: '现在',
  ahead: '还没到',
}

/** A request in the words and marks that its progress shows. */
export function toProgressView(request: RequestView): ProgressView {
  const { status, headline, bad, late, explanation, timeline } = request
  return {
    dot: status,
    headline,
    bad,
    late,
    explanation,
    stages: timeline.map((row, index) => ({
      ...row,
      key: String(index),
      label: [MARKS[row.mark], row.title, row.detail].filter(Boolean).join('，'),
    })),
  }
}
