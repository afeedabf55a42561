import type { Cohort } from '../cohort/schema'
import { describeCondition } from '../sheet/condition'
import { deriveSheet } from '../sheet/derive'
import type { SheetItem } from '../sheet/sheet'
import type { Student } from '../student/student'
import type { ScanAnswer, Verdict } from './answers'

/** How long a code opens the gate, in seconds: long enough to be shown, too short to be passed on. */
export const TOKEN_SECONDS = 60

/** Whether a student may leave, and if not, what stands in the way. */
export interface Standing {
  mayLeave: boolean
  /** Titles of the required items that are not finished. */
  missing: string[]
  /** 补缴住宿费，6 月 30 日前: on what they may leave although something is missing; null without one. */
  condition: string | null
  /** Instant of the last entry that a person made for a required item, ISO; null without any. */
  doneAt: string | null
}

export function standingOf(cohort: Cohort, student: Student, now: Date): Standing {
  const sheet = deriveSheet(cohort, student, student.facts, student.requests ?? {}, now)
  const required = sheet.steps.flatMap(({ items }) => items).filter((item) => item.required)
  return {
    mayLeave: sheet.mayLeave,
    missing: required.filter(({ status }) => status === 'pending').map(({ title }) => title),
    condition: sheet.condition && describeCondition(sheet.condition),
    doneAt: sheet.mayLeave ? lastEntry(required) : null,
  }
}

/** Feeds repeat themselves every few minutes, so their instants say nothing of when it was done. */
function lastEntry(items: readonly SheetItem[]): string | null {
  const instants = items.flatMap(({ status, basis }) =>
    status === 'done' && basis?.kind === 'record' ? [basis.asOf] : [],
  )
  return instants.sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null
}

/** The last two letters of a name, as people call each other: 林知夏 → 知夏. */
export function initialsOf(name: string): string {
  return Array.from(name).slice(-2).join('')
}

/** What the guard is told. A code that is not ours names nobody. */
export function verdictOf(
  verdict: Verdict,
  student: Pick<Student, 'name' | 'className'> | null,
  { missing, condition }: Pick<Standing, 'missing' | 'condition'>,
  now: Date,
): ScanAnswer {
  const named = verdict !== 'forged' && student
  return {
    verdict,
    student: named ? { name: student.name, className: student.className } : null,
    reason: condition && verdict === 'allowed' ? onCondition(condition) : REASONS[verdict](missing),
    at: now.toISOString(),
  }
}

function onCondition(condition: string): string {
  return `学院有条件核验，可以放行。还要补办：${condition}。`
}

const REASONS: Record<Verdict, (missing: readonly string[]) => string> = {
  allowed: () => '离校手续都办好了，可以放行。',
  pending: (missing) => `还没有办完：${missing.join('、')}。请同学打开离校单看怎么办。`,
  expired: () => '二维码过期了，请同学刷新。',
  forged: () => '这不是离校凭证的二维码，请同学打开小程序出示。',
}
