import { formatMoment } from '../../../../../domain/calendar'
import type { RejectView, RunAnswer, RunState, RunView } from '../../../../../domain/feeds/answers'
import { WAITING } from '../../../../../domain/feeds/run'
import { SOURCE_CARDS } from '../../../../../domain/feeds/source'
import { formatCount } from '../../../../../domain/money'
import type { Decision } from './asking'

export interface RunPageView {
  headline: string
  leads: string[]
  /** Why the brake holds it. */
  reasons: string[]
  /** What follows from what the sheet does not have, while it can still be left. */
  warnings: string[]
  /** The run that waits for a decision in place of this one; empty for none. */
  waiting: string
  /** How many students, rows and changes, in words. */
  counts: { label: string; value: string }[]
  samples: { who: string; change: string }[]
  rejects: string[]
  /** 另有 30 行; empty when all are shown. */
  moreRejects: string
  /** The two decisions, the one to be expected last; none where nothing is to be decided. */
  decisions: { decision: Decision; words: string; theme: 'primary' | 'danger' | 'default' }[]
  /** It is still on its way: the page looks again by itself. */
  moving: boolean
}

const MOVING: RunState[] = ['receiving', 'comparing', 'applying']

export function toRunPageView(answer: RunAnswer): RunPageView {
  const { run, rejects, samples, waiting, now } = answer
  const { state } = run
  return {
    headline: HEADLINES[state](run),
    leads: leadsOf(run, now),
    reasons: run.reasons,
    warnings: WAITING.includes(state) ? run.warnings : [],
    waiting: waiting ?? '',
    counts: countsOf(run),
    samples: samples.map(({ studentNo, name, before, after }) => ({
      who: `${name}　${studentNo}`,
      change: `${before} → ${after}`,
    })),
    rejects: rejects.map(sentenceOf),
    moreRejects:
      run.rejected > rejects.length ? `另有 ${run.rejected - rejects.length} 行，在表格里看。` : '',
    decisions: decisionsOf(run),
    moving: MOVING.includes(state),
  }
}

/** What the brake holds is not taken by the thumb that expects it: there the safe way is the loud one. */
function decisionsOf({ state, changed }: RunView): RunPageView['decisions'] {
  const change = changed > 0 ? `，改变 ${formatCount(changed)} 人` : ''
  if (state === 'held') {
    return [
      { decision: 'apply', words: `仍然采用${change}`, theme: 'danger' },
      { decision: 'refuse', words: '不采用', theme: 'primary' },
    ]
  }
  if (state !== 'preview') return []
  return [
    { decision: 'refuse', words: '不采用', theme: 'default' },
    { decision: 'apply', words: `采用${change}`, theme: 'primary' },
  ]
}

const HEADLINES: Record<RunState, (run: RunView) => string> = {
  receiving: ({ received }) => `正在接收，已经收到 ${formatCount(received)} 人`,
  comparing: ({ received }) => `正在核对 ${formatCount(received)} 人`,
  preview: ({ changed }) =>
    changed > 0 ? `这份表会改变 ${formatCount(changed)} 人` : '这份表没有带来变化',
  held: () => '先停下了，等你决定',
  applying: ({ applied, changed }) =>
    `正在写入，已经写了 ${formatCount(applied)} / ${formatCount(changed)} 人`,
  done: ({ applied }) => (applied > 0 ? `变了 ${formatCount(applied)} 人` : '没有变化'),
  failed: () => '这一次没有取到',
  refused: () => '没有采用，学生的数据没有变',
}

function leadsOf(run: RunView, now: string): string[] {
  const { source, asOf, at, by, way, note, state, quiet } = run
  const who = { sheet: `${by}导入的表`, pull: '自动去取的', push: '系统推送的' }[way]
  const data = asOf ? `${formatMoment(asOf, now)} 的数据` : `${formatMoment(at, now)} 开始`
  const held = state === 'held' ? '你决定以前，学生看到的还是原来的数据。' : ''
  const again = quiet ? '和上一次不采用的一样，没有再发消息。' : ''
  return [`${SOURCE_CARDS[source].title}，${who}，${data}`, note, held, again].filter(Boolean)
}

function countsOf(run: RunView): RunPageView['counts'] {
  const { received, changed, cleared, rejected } = run
  const people = (count: number) => `${formatCount(count)} 人`
  return [
    { label: '里面有', value: `${people(received)}，${reachOf(run)}` },
    { label: '会变的', value: people(changed) },
    { label: '变成办好', value: people(cleared) },
    { label: '没用上的行', value: `${rejected} 行` },
  ]
}

function reachOf({ mode, cohort }: RunView): string {
  if (mode === 'delta') return '只有变了的'
  return cohort === null ? '说的是全部' : `说的是 ${cohort} 届的全部`
}

function sentenceOf({ line, who, reason }: RejectView): string {
  return `第 ${line} 行${who ? `（${who}）` : ''}：${reason}`
}
