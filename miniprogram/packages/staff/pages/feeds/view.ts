import { formatClock, formatMoment } from '../../../../../domain/calendar'
import type { FeedsAnswer, FeedView, RunView } from '../../../../../domain/feeds/answers'
import { MISSED_MOST } from '../../../../../domain/feeds/freshness'
import { formatCount } from '../../../../../domain/money'
import type { SourceCode } from '../../../../../domain/feeds/source'

/** How loud a source is: what waits for somebody, what has stayed away, the rest. */
export type Tone = 'waiting' | 'late' | 'quiet'

export interface FeedRow {
  source: SourceCode
  title: string
  tone: Tone
  word: string
  hint: string
  label: string
}

export interface FeedsView {
  headline: string
  lead: string
  rows: FeedRow[]
}

export function toFeedsView({ feeds, now }: FeedsAnswer): FeedsView {
  const rows = feeds.map((feed) => toRow(feed, now)).sort((a, b) => loudness(a) - loudness(b))
  return { headline: headlineOf(rows), lead: leadOf(rows), rows }
}

export function toneOf({ waiting, missed }: FeedView): Tone {
  if (waiting) return 'waiting'
  return missed >= MISSED_MOST ? 'late' : 'quiet'
}

function toRow(feed: FeedView, now: string): FeedRow {
  const { source, title, waiting, asOf } = feed
  const tone = toneOf(feed)
  const word = { waiting: '等你决定', late: '没有传来', quiet: asOf ? '正常' : '还没有' }[tone]
  const hint = waiting ? waitsFor(waiting) : sayOf(feed, now)
  return { source, title, tone, word, hint, label: `${title}，${word}，${hint}` }
}

function waitsFor({ reasons, changed }: RunView): string {
  return reasons[0] ?? `表格读好了，会改变 ${formatCount(changed)} 人`
}

/** 09:00 的数据，变了 12 人；09:10 再取 */
function sayOf({ asOf, last, nextAt, pulled, missed }: FeedView, now: string): string {
  const next = nextAt ? `${formatClock(nextAt)} 再取` : ''
  if (!asOf) return [pulled ? '还没有传来过' : '还没有导入过', next].filter(Boolean).join('；')
  const data = `${formatMoment(asOf, now)} 的数据`
  const news = last?.state === 'done' ? changesOf(last) : ''
  const failures = missed > 0 ? `${missed} 次没有取到` : news
  return [[data, failures].filter(Boolean).join('，'), next].filter(Boolean).join('；')
}

function changesOf({ applied }: RunView): string {
  return applied > 0 ? `变了 ${formatCount(applied)} 人` : '没有变化'
}

function loudness({ tone }: FeedRow): number {
  return ['waiting', 'late', 'quiet'].indexOf(tone)
}

function headlineOf(rows: readonly FeedRow[]): string {
  const waiting = rows.filter(({ tone }) => tone === 'waiting')
  const late = rows.filter(({ tone }) => tone === 'late')
  if (waiting.length > 0) return `有 ${waiting.length} 份数据等你决定`
  const [only] = late
  if (only && late.length === 1) return `${only.title}没有传来新数据`
  return late.length > 0 ? `有 ${late.length} 个系统没有传来新数据` : '数据都是好的'
}

function leadOf(rows: readonly FeedRow[]): string {
  if (rows.some(({ tone }) => tone === 'waiting')) return '你决定以前，学生看到的还是原来的数据。'
  return rows.some(({ tone }) => tone === 'late')
    ? '系统会自己重试，学生看到的是上一次的数据和它的时间。'
    : '财务、一卡通、图书馆和宿舍自己传来，名单用表格导入。'
}
