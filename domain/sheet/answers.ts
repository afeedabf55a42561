import type { Cohort, Guidance, Item } from '../cohort/schema'
import { dayOf } from '../calendar'
import { ClearanceError } from '../errors'
import type { Feed } from '../feeds/feed'
import { confirmed, latenessOf, recheckOf, sourceBehind } from '../feeds/freshness'
import { tableOf } from '../procedures/tables'
import type { Student } from '../student/student'
import { deriveSheet } from './derive'
import type { Sheet, SheetItem, SheetStep } from './sheet'

/** What a row of the sheet shows; the rest of an item is on its own page. */
export interface SheetRow extends Pick<
  SheetItem,
  'code' | 'title' | 'required' | 'status' | 'turn' | 'reason' | 'overdue'
> {
  daysLeft: number | null
}

export interface SheetAnswer extends Omit<Sheet, 'steps'> {
  student: { studentNo: string; name: string; className: string }
  cohort: { name: string; school: string; important: string[] }
  steps: (Omit<SheetStep, 'items'> & { items: SheetRow[] })[]
  /** What is older than it should be, a sentence a system; empty when everything is fresh. */
  late: string[]
  /** The server's instant the answer was made at. */
  now: string
}

/** 办理说明 as one student reads it. */
export interface ItemGuidance extends Omit<Guidance, 'paragraphs'> {
  paragraphs: string[]
  department: string
  contacts: Item['contacts']
  responsibility: { departments: string[]; duty: string } | null
  /** What the notice does not state, as the cohort names it. */
  toConfirm: Item['toConfirm']
}

export interface ItemAnswer {
  item: SheetItem
  guidance: ItemGuidance
  /** Where to file what the item asks for, or to see what became of it; null without a procedure. */
  filing: { page: string; label: string; quiet: boolean } | null
  /** Why its data is older than it should be; empty when it is fresh. */
  late: string
  /** What a student says who has done their part, to have their data looked at anew; null where one cannot. */
  recheck: string | null
  now: string
}

export interface NoticeAnswer extends Pick<
  Cohort,
  'name' | 'school' | 'notice' | 'entrances' | 'responsibilities'
> {
  important: string[]
}

/** @param feeds what is known of the sources, for how old the data is */
export function sheetAnswer(
  cohort: Cohort,
  student: Student,
  now: Date,
  feeds: readonly Feed[] = [],
): SheetAnswer {
  const { steps, ...summary } = derive(cohort, student, now, feeds)
  const items = steps.flatMap((step) => step.items)
  return {
    student: { studentNo: student._id, name: student.name, className: student.className },
    cohort: {
      name: cohort.name,
      school: cohort.school,
      important: cohort.important
        .filter(({ until }) => !until || dayOf(now) <= until)
        .map(({ text }) => text),
    },
    ...summary,
    steps: steps.map((step) => ({ ...step, items: step.items.map(toRow) })),
    late: [...new Set(items.map((item) => lateness(cohort, student, item, feeds, now)))].filter(
      Boolean,
    ),
    now: now.toISOString(),
  }
}

function derive(cohort: Cohort, student: Student, now: Date, feeds: readonly Feed[]): Sheet {
  const facts = confirmed(student, feeds)
  return deriveSheet(cohort, student, facts, student.requests ?? {}, now)
}

/** Empty also where the item does not stand on what a system says: a request says more, or it is grey. */
function lateness(
  { items }: Cohort,
  { facts, cohort }: Student,
  { code, basis }: SheetItem,
  feeds: readonly Feed[],
  now: Date,
): string {
  const rule = items.find((item) => item.code === code)?.rule
  const source = rule && sourceBehind(rule, facts)
  return source && basis?.kind === 'feed' ? latenessOf(source, cohort, feeds, now) : ''
}

/** @throws ClearanceError `NOT_FOUND` when the cohort has no such item */
export function itemAnswer(
  cohort: Cohort,
  student: Student,
  code: string,
  now: Date,
  feeds: readonly Feed[] = [],
): ItemAnswer {
  const data = cohort.items.find((item) => item.code === code)
  const { steps } = derive(cohort, student, now, feeds)
  const item = steps.flatMap((step) => step.items).find((derived) => derived.code === code)
  if (!data || !item) {
    throw new ClearanceError({
      code: 'NOT_FOUND',
      message: '离校单上没有这个环节，请回到离校单再点一次。',
    })
  }
  return {
    item,
    guidance: guidanceFor(data, cohort, student),
    filing: filingOf(data, item, student),
    late: lateness(cohort, student, item, feeds, now),
    recheck: item.turn === 'student' ? recheckOf(data.rule, student.facts, feeds) : null,
    now: now.toISOString(),
  }
}

/**
 * Nothing to file for what is grey, what an office registers, or what is green without a request. Quiet where it is only the way out:
 * most pay and bring their books back, and ask nobody.
 */
function filingOf(data: Item, { status }: SheetItem, { requests }: Student): ItemAnswer['filing'] {
  const { procedure } = data
  if (!procedure || procedure === 'register' || status === 'exempt') return null
  const request = requests?.[procedure]
  const { title, page, entrance, transitions } = tableOf(procedure)
  const quiet = entrance !== undefined
  if (request) return { page, label: quiet ? `看${title}的进度` : '看申请进度', quiet }
  const filed = transitions.some(({ files, by }) => files && by.includes('student'))
  if (status === 'done' || !filed) return null
  return { page, label: entrance ?? `填写${title}申请`, quiet }
}

export function noticeAnswer(cohort: Cohort): NoticeAnswer {
  const { name, school, notice, entrances, responsibilities, important } = cohort
  return {
    name,
    school,
    notice,
    entrances,
    responsibilities,
    important: important.map(({ text }) => text),
  }
}

function toRow(item: SheetItem): SheetRow {
  const { code, title, required, status, turn, reason, overdue, deadline } = item
  const daysLeft = deadline?.daysLeft ?? null
  return { code, title, required, status, ...(turn && { turn }), reason, overdue, daysLeft }
}

function guidanceFor(item: Item, cohort: Cohort, student: Student): ItemGuidance {
  const duty = cohort.responsibilities.find(({ code }) => code === item.responsibility)
  return {
    ...item.guidance,
    paragraphs: item.guidance.paragraphs
      .filter(({ traits }) => traits.every((trait) => student.traits.includes(trait)))
      .map(({ text }) => text),
    department: item.department,
    contacts: item.contacts,
    responsibility: duty ? { departments: duty.departments, duty: duty.duty } : null,
    toConfirm: item.toConfirm,
  }
}
