import { formatClock, formatFullDay, dayOf } from '../calendar'
import type { Cohort } from '../cohort/schema'
import { describeCondition } from '../sheet/condition'
import { deriveSheet } from '../sheet/derive'
import type { SheetItem, Status } from '../sheet/sheet'
import type { Student } from '../student/student'

/** The printed sheet of one student, kept so that a stranger can ask whether it still holds. */
export interface Certificate {
  /** The verification code: 16 letters that nobody can guess. */
  _id: string
  /** Student number; one student has one certificate, whose code stays. */
  student: string
  name: string
  /** Id of the cohort. */
  cohort: string
  /** Instant of the last print, ISO. */
  issuedAt: string
}

/** What is printed, in words. */
export interface CertificatePaper {
  title: string
  school: string
  lines: { label: string; value: string }[]
  /** In the order of the cohort, as the student's paper sheet used to be. */
  items: { title: string; state: string; basis: string }[]
}

const STATES: Record<Status, string> = { done: '已办理', pending: '未办理', exempt: '无需办理' }

export function paperOf(cohort: Cohort, student: Student, now: Date): CertificatePaper {
  const sheet = deriveSheet(cohort, student, student.facts, student.requests ?? {}, now)
  const derived = new Map(
    sheet.steps.flatMap(({ items }) => items.map((item) => [item.code, item] as const)),
  )
  const items = cohort.items.flatMap(({ code }) => derived.get(code) ?? [])
  const today = dayOf(now)
  return {
    title: `${cohort.name}毕业生离校单`,
    school: cohort.school,
    lines: [
      { label: '姓名', value: student.name },
      { label: '学号', value: student._id },
      { label: '学院', value: student.college },
      { label: '班级', value: student.className },
      ...(sheet.condition
        ? [{ label: '有条件核验', value: describeCondition(sheet.condition) }]
        : []),
      { label: '打印时间', value: `${formatFullDay(today)} ${formatClock(now.toISOString())}` },
    ],
    items: items.map(toLine),
  }
}

/** Who says so, and the day: a feed's is that of its data, a record's that of its entry; grey has none. */
function toLine({ title, status, basis }: SheetItem): CertificatePaper['items'][number] {
  const says = basis && `${basis.source}，${formatFullDay(dayOf(basis.asOf))}`
  return { title, state: STATES[status], basis: status === 'done' ? (says ?? '') : '' }
}

/** The code as it is read out and typed: in groups of four. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** What somebody typed or followed as the code that it stands for; empty when it can be none. */
export function codeFrom(typed: string): string {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '')
  return /^[0-9A-Z]{16}$/.test(letters) ? letters : ''
}
