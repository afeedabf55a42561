import { formatClock, formatMoment } from '../../../../../domain/calendar'
import type { FeedAnswer, FeedView, RunView } from '../../../../../domain/feeds/answers'
import { formatCount } from '../../../../../domain/money'
import type { Option } from '../../../../components/choice/option'
import { toneOf } from '../feeds/view'

export interface RunRow {
  run: string
  title: string
  bad: boolean
  hint: string
  label: string
}

export interface FeedPageView {
  title: string
  headline: string
  leads: string[]
  /** A run that waits for a decision, before anything else. */
  waiting: RunRow | null
  /** Whether its system can be asked. */
  pulled: boolean
  columns: string
  runs: RunRow[]
  brake: { words: string; shrink: string; clear: string; mayLimit: boolean }
}

/** What the limits of the brake may be, in per cent. */
export const LIMITS: Option[] = [10, 20, 30, 50, 100].map((percent) => ({
  value: String(percent),
  text: percent === 100 ? '不限' : `${percent}%`,
}))

export const MODES: Option[] = [
  { value: 'snapshot', text: '全部学生' },
  { value: 'delta', text: '只有变了的' },
]

export function toFeedPageView(answer: FeedAnswer): FeedPageView {
  const { feed, runs, now } = answer
  const others = runs.filter(({ run }) => run !== feed.waiting?.run)
  return {
    title: feed.title,
    headline: headlineOf(feed, now),
    leads: leadsOf(feed),
    waiting: feed.waiting && toRunRow(feed.waiting, now),
    pulled: feed.pulled,
    columns: columnsOf(answer),
    runs: others.map((run) => toRunRow(run, now)),
    brake: brakeOf(answer),
  }
}

function headlineOf(feed: FeedView, now: string): string {
  const { title, asOf, missed } = feed
  const tone = toneOf(feed)
  if (tone === 'waiting') return `${title}有一份数据等你决定`
  if (tone === 'late') return `${title} ${missed} 次没有传来新数据`
  return asOf ? `${title}，${formatMoment(asOf, now)} 的数据` : `还没有${title}的数据`
}

function leadsOf({ asOf, what, nextAt, pulled }: FeedView): string[] {
  const how = pulled ? '自己传来' : '用表格导入'
  const next = nextAt ? `下一次 ${formatClock(nextAt)} 去取。` : ''
  return [
    `每位毕业生的${what}，${how}。${next}`,
    asOf ? '' : '传来以后，学生的环节才会变。',
  ].filter(Boolean)
}

function columnsOf({ columns }: FeedAnswer): string {
  const names = (optional: boolean) =>
    columns.filter((column) => column.optional === optional).map(({ name }) => name)
  const may = names(true)
  return `要有这几列：${names(false).join('、')}。${may.length > 0 ? `还可以有：${may.join('、')}。` : ''}`
}

function brakeOf({ brake, mayLimit }: FeedAnswer): FeedPageView['brake'] {
  const { shrink, clear } = brake
  return {
    words: `比上一次少了 ${shrink}% 以上的人，或者一次让 ${clear}% 以上的人变成办好，先停下，等人看过。`,
    shrink: String(shrink),
    clear: String(clear),
    mayLimit,
  }
}

const STATES: Record<RunView['state'], string> = {
  receiving: '正在接收',
  comparing: '正在核对',
  preview: '等你确认',
  held: '先停下了，等你决定',
  applying: '正在写入',
  done: '',
  failed: '没有取到',
  refused: '没有采用',
}

const WAYS: Record<RunView['way'], string> = { pull: '自动', push: '系统推送', sheet: '表格' }

export function toRunRow(run: RunView, now: string): RunRow {
  const { state, applied, rejected, way, by, at, note } = run
  const changed = applied > 0 ? `变了 ${formatCount(applied)} 人` : '没有变化'
  const left = rejected > 0 ? `，${rejected} 行没有用上` : ''
  const title = STATES[state] || `${changed}${left}`
  const who = way === 'sheet' ? `${by}导入` : WAYS[way]
  const why = state === 'failed' || state === 'refused' ? note : ''
  const hint = [`${formatMoment(at, now)} ${who}`, why].filter(Boolean).join('：')
  return { run: run.run, title, bad: state === 'failed', hint, label: `${title}，${hint}` }
}
