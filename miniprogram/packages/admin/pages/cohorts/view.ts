import { formatMoment } from '../../../../../domain/calendar'
import type { CohortRow, CohortsAnswer } from '../../../../../domain/cohort/answers'

export interface CohortRowView {
  cohort: string
  name: string
  hint: string
  /** What is left to do in its draft; 0 without one. */
  left: number
  page: 'cohort' | 'published'
  /** The whole row as a screen reader says it. */
  label: string
}

export interface CohortsView {
  headline: string
  lead: string
  rows: CohortRowView[]
}

/** The cohorts in the words of their page. */
export function toCohortsView({ cohorts, now }: CohortsAnswer): CohortsView {
  const drafts = cohorts.filter(({ draft }) => draft)
  const [draft] = drafts
  return {
    headline: draft ? `${draft.name}的草稿还没有发布` : headlineOf(cohorts),
    lead: draft
      ? '改好以后发布，学生才看得到。'
      : '每年从上一届复制一份，改日期、联系人和电话就行。',
    rows: cohorts.map((row) => toRow(row, now)),
  }
}

function headlineOf(cohorts: readonly CohortRow[]): string {
  const [newest] = cohorts
  return newest ? `正在用的是 ${newest.name}` : '还没有届别'
}

function toRow(
  { cohort, name, published, deriving, draft }: CohortRow,
  now: string,
): CohortRowView {
  const hint = draft
    ? `${published ? '有改动的' : ''}草稿，${draft.changedBy} ${formatMoment(draft.changedAt, now)} 改过`
    : [publishedWords(published, now), derivingWords(deriving)].filter(Boolean).join('，')
  const left = draft?.left ?? 0
  return {
    cohort,
    name,
    hint,
    left,
    page: draft ? 'cohort' : 'published',
    label: [name, hint, left > 0 ? `还有 ${left} 处要看` : ''].filter(Boolean).join('，'),
  }
}

export function publishedWords(published: CohortRow['published'], now: string): string {
  if (!published) return '没有发布'
  if (published.number === 0) return '已发布，随系统装入'
  return `第 ${published.number} 版，${published.by} ${formatMoment(published.at, now)} 发布`
}

/** How far the counts have come; empty when they have. */
export function derivingWords(deriving: CohortRow['deriving']): string {
  if (!deriving || deriving.state === 'done') return ''
  const { done, total } = deriving
  return `各班的数正在更新，${done.toLocaleString('en')} / ${total.toLocaleString('en')} 人`
}
