import type { ItemCount, OverviewAnswer } from '../../../../../domain/statistics/answers'
import { formatCount } from '../../../../../domain/money'
import { toLineView, type LineView } from '../../components/days-line/view'

/** A row with a bar: an item, a college or a class. */
export interface ShareRow {
  /** Code of the item, or name of the part. */
  key: string
  title: string
  /** What stands loud at the end of the row; empty when nothing is missing. */
  missing: string
  words: string
  done: number
  pending: number
  exempt: number
  /** Whether a tap leads on. */
  leads: boolean
  /** The whole row as a screen reader says it. */
  label: string
}

export interface StatisticsView {
  headline: string
  lead: string
  done: number
  pending: number
  items: ShareRow[]
  partsTitle: string
  parts: ShareRow[]
  line: LineView | null
  /** Why there is no line yet; empty when there is one, and where none is kept. */
  noLine: string
  exports: boolean
}

export function toStatisticsView(answer: OverviewAnswer): StatisticsView {
  const { cohort, name, students, mayLeave, line, exports } = answer
  const drawn = line && toLineView(line, answer)
  return {
    headline: cohort
      ? `${formatCount(students)} 人，可以离校 ${formatCount(mayLeave)} 人`
      : '还没有毕业生名单',
    lead: cohort ? `${name}，${cohort.name}毕业生` : '名单导入以后，这里有每个环节办到哪里。',
    done: mayLeave,
    pending: students - mayLeave,
    items: [...answer.items].sort(mostMissingFirst).map(toItemRow),
    partsTitle: answer.parts.kind === 'college' ? '各学院' : '各班',
    parts: answer.parts.rows.map(toPartRow),
    line: drawn,
    noLine: line && cohort && !drawn ? '每天早上记一次，从明天起这里有一条线。' : '',
    exports,
  }
}

/** Within a step; the college verifies after everything else, so that its step stays last. */
function mostMissingFirst(a: ItemCount, b: ItemCount): number {
  return a.step - b.step || b.pending - a.pending
}

function toItemRow({ code, title, required, done, pending, exempt, listed }: ItemCount): ShareRow {
  const missing = pending > 0 ? `还差 ${formatCount(pending)} 人` : ''
  const words = [
    `已办理 ${formatCount(done)} 人`,
    ...(exempt > 0 ? [`无需办理 ${formatCount(exempt)} 人`] : []),
  ].join('，')
  const named = `${required ? '★ ' : ''}${title}`
  return {
    key: code,
    title: named,
    missing,
    words,
    done,
    pending,
    exempt,
    leads: listed && pending > 0,
    label: [title, required ? '必办' : '', missing || '没有人差', words].filter(Boolean).join('，'),
  }
}

function toPartRow({
  name,
  students,
  mayLeave,
}: OverviewAnswer['parts']['rows'][number]): ShareRow {
  const words = `${formatCount(students)} 人，可以离校 ${formatCount(mayLeave)} 人`
  return {
    key: name,
    title: name,
    missing: '',
    words,
    exempt: 0,
    leads: true,
    done: mayLeave,
    pending: students - mayLeave,
    label: `${name}，${words}`,
  }
}
