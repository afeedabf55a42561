import { formatDayTime, formatMoment } from '../../../domain/calendar'
import type { SheetAnswer, SheetRow } from '../../../domain/sheet/answers'
import { formatDaysLeft } from '../../../domain/sheet/deadline'
import type { Status } from '../../../domain/sheet/sheet'

/** How loud a row is: missing is loud, done is quiet, not needed is quieter. */
export type Tone = 'missing' | 'waiting' | 'later' | 'done' | 'exempt'

export interface RowView {
  code: string
  title: string
  required: boolean
  tone: Tone
  dot: Status
  word: string
  hint: string
  /** 还有 5 天, kept on one line; empty where no day presses. */
  days: string
  late: boolean
  /** The whole row as a screen reader says it. */
  label: string
}

export interface SheetView {
  headline: string
  identity: string
  countdown: { number: string; words: string; late: boolean } | null
  percent: number
  progress: string
  asOf: string
  important: string
  keptNote: string
  /** What is older than it should be. */
  late: string[]
  mayLeave: boolean
  steps: { number: number; title: string; count: string; rows: RowView[] }[]
}

const WORDS: Record<Tone, string> = {
  missing: '未办理',
  waiting: '等待中',
  later: '还不能办',
  done: '已办理',
  exempt: '无需办理',
}

/** The sheet in the words and numbers that the page shows. */
export function toSheetView(answer: SheetAnswer, kept: boolean): SheetView {
  const { student, progress, asOf, now } = answer
  return {
    headline: headlineOf(answer),
    identity: `${student.className}　${student.studentNo}`,
    countdown: countdownOf(answer),
    percent: progress.required ? Math.round((progress.done / progress.required) * 100) : 100,
    progress: `必办 ${progress.required} 项，已办 ${progress.done} 项`,
    asOf: asOf ? `数据截至 ${formatMoment(asOf, now)}` : '数据还没有传来',
    important: answer.cohort.important.join('；'),
    mayLeave: answer.mayLeave,
    late: answer.late,
    keptNote: kept ? `没有连上，这是 ${formatDayTime(now)} 的离校单。下拉可以再试。` : '',
    steps: answer.steps.map((step) => ({
      number: step.number,
      title: step.title,
      count: `${step.done} / ${step.total}`,
      rows: step.items.map(toRowView),
    })),
  }
}

/** Whether a sheet shows nothing new. */
export function isSame(one: SheetView, other: SheetView): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The titles of what has become green from one sheet to the next. */
export function newlyDone(before: SheetView, after: SheetView): string[] {
  const rowsOf = ({ steps }: SheetView) => steps.flatMap(({ rows }) => rows)
  const pending = rowsOf(before).filter(({ tone }) => tone !== 'done')
  return rowsOf(after)
    .filter(({ code, tone }) => tone === 'done' && pending.some((row) => row.code === code))
    .map(({ title }) => title)
}

function headlineOf({ student, missing, mayLeave, condition, steps }: SheetAnswer): string {
  if (mayLeave) return `${student.name}，${condition ? '可以先离校' : '可以离校'}`
  if (missing > 0) return `${student.name}，还差 ${missing} 项`
  const shut = steps.some(({ items }) => items.some(({ turn }) => turn === 'later'))
  return shut ? `${student.name}，等各部门办理` : `${student.name}，等学院核验`
}

function countdownOf({ nearest }: SheetAnswer): SheetView['countdown'] {
  if (!nearest) return null
  const { daysLeft, title } = nearest
  if (daysLeft === 0) return { number: '今天', words: `${title}截止`, late: false }
  return daysLeft > 0
    ? { number: String(daysLeft), words: `天后${title}截止`, late: false }
    : { number: String(-daysLeft), words: `天前${title}已截止`, late: true }
}

function toRowView(row: SheetRow): RowView {
  const tone = toneOf(row)
  const word = row.overdue && tone === 'missing' ? '逾期' : WORDS[tone]
  const days = tone === 'missing' && row.daysLeft !== null ? formatDaysLeft(row.daysLeft) : ''
  const { code, title, required, reason: hint, overdue: late } = row
  const label = [title, required ? '必办' : '', word, hint, days].filter(Boolean).join('，')
  return { code, title, required, tone, dot: dotOf(tone), word, hint, days, late, label }
}

function toneOf({ status, turn }: SheetRow): Tone {
  if (status !== 'pending') return status
  if (turn === 'staff') return 'waiting'
  return turn === 'later' ? 'later' : 'missing'
}

/** What cannot be done yet shows as an empty ring, like what need not be done. */
function dotOf(tone: Tone): Status {
  if (tone === 'done') return 'done'
  return tone === 'missing' || tone === 'waiting' ? 'pending' : 'exempt'
}
