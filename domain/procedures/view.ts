import { dayOf, formatDay } from '../calendar'
import type { Item } from '../cohort/schema'
import type { Role } from '../roles/people'
import { filingNow, saysOf, stateOf, transitionsFrom } from './advance'
import type {
  ActionView,
  PhotoView,
  PledgeView,
  ProcedureAnswer,
  RequestView,
  WorkRow,
} from './answers'
import type { Procedure, Situation, Transition } from './procedure'
import {
  briefOf,
  TAKE_BACK,
  type FiledCode,
  type Request,
  type RequestOf,
  type StudentBrief,
} from './request'
import { tableOf, titleOf } from './tables'
import { timelineOf } from './timeline'
import { undoableUntil } from './undo'

/** Who reads a request, and in which roles they may act for its student. */
export interface Reader {
  person: string
  roles: readonly Role[]
}

/**
 * A request as its reader's page shows it.
 * @param links where the photos can be seen, by file id
 */
export function viewOf(
  request: Request,
  reader: Reader,
  links: Readonly<Record<string, string>>,
  now: Date,
): RequestView {
  const table = tableOf(request)
  const state = stateOf(table, request.state)
  const same = request as RequestOf<never>
  const { filed, found } = table.photos(same)
  const undoUntil = undoableUntil(table, request, reader.person, now)
  const toPhoto = (id: string): PhotoView => ({ id, url: links[id] ?? '' })
  return {
    id: request._id,
    procedure: request.procedure,
    title: titleOf(request),
    version: request.version,
    state: request.state,
    status: state.item?.status ?? 'exempt',
    bad: state.bad === true,
    late: request.late,
    headline: state.says(briefOf(request)),
    explanation: state.explains,
    timeline: timelineOf(table, request, reader.person, now),
    lines: table.lines(same),
    photos: filed.map(toPhoto),
    results: table.results(same),
    resultPhotos: found.map(toPhoto),
    actions: actionsFor(table, request, reader.roles).filter(
      ({ name }) => !undoUntil || name !== TAKE_BACK,
    ),
    undoUntil,
  }
}

/** The files of a request that a reader will want to see. */
export function filesOf(request: Request): string[] {
  const { filed, found } = tableOf(request.procedure).photos(request)
  return [...filed, ...found]
}

/** What somebody in these roles may do with a request where it stands. */
export function actionsFor(
  table: Procedure,
  request: Request | null,
  roles: readonly Role[],
): ActionView[] {
  return transitionsFrom(table, request)
    .filter(({ by, through }) => !through && by.some((role) => roles.includes(role)))
    .filter(({ suits }) => !request || !suits || suits(request as never))
    .map(({ name, label, tone, note, usualNotes, page, fields }) => ({
      name,
      label,
      tone: tone ?? 'primary',
      note: note ?? 'none',
      usualNotes: [...(usualNotes ?? [])],
      form: page ?? 'none',
      fields: [...(fields ?? [])],
    }))
}

/** What of it becomes the request's form, where no page of its own asks for it. */
function filingsFor(
  table: Procedure,
  request: Request | null,
  roles: readonly Role[],
): ActionView[] {
  const filed = transitionsFrom(table, request).filter(({ files }) => files)
  return actionsFor(table, request, roles).filter(
    ({ form, name }) => form === 'fields' && filed.some((row) => row.name === name),
  )
}

/** A request as one row of a worklist. */
export function toWorkRow(request: Request, roles: readonly Role[], now: Date): WorkRow {
  const table = tableOf(request)
  const { _id: id, version, procedure, student, since, late, dueOn } = request
  return {
    id,
    version,
    procedure,
    studentNo: student.studentNo,
    name: student.name,
    className: student.className,
    place: placeOf(student),
    summary: table.summary(request),
    says: saysOf(table, request),
    since,
    overdue: request.waitsFor !== 'nobody' && dueOn < dayOf(now),
    late,
    quick: transitionsFrom(table, request)
      .filter((row) => isQuick(row) && row.by.some((role) => roles.includes(role)))
      .map(({ name, label }) => ({ name, label })),
  }
}

function isQuick({ form, through, note, tone }: Transition): boolean {
  return !form && !through && note !== 'required' && tone !== 'quiet'
}

/** 3 号楼 412 室 2 床; empty for who has no room. */
export function placeOf({
  building,
  room,
  bed,
}: Pick<StudentBrief, 'building' | 'room' | 'bed'>): string {
  return building ? `${building} ${room} 室 ${bed} 床` : ''
}

/** Everything the page of a procedure needs besides the request itself. */
export function filingOf(
  situation: Situation,
  procedure: FiledCode,
  request: Request | null,
  roles: readonly Role[],
): Pick<
  ProcedureAnswer,
  | 'procedure'
  | 'title'
  | 'student'
  | 'typed'
  | 'filings'
  | 'blocked'
  | 'late'
  | 'links'
  | 'pledge'
  | 'known'
  | 'warnings'
  | 'things'
> {
  const { item, student } = situation
  const table = tableOf(procedure)
  const { _id: studentNo, name, className, facts } = student
  return {
    procedure,
    title: table.title,
    student: { studentNo, name, className, place: placeOf(facts.residence?.value ?? {}) },
    typed: request?.form ?? null,
    filings: filingsFor(table, request, roles),
    ...filingNow(table, situation, request),
    links: item.guidance.links,
    pledge: pledgeOf(item),
    known: table.known(situation),
    warnings: item.guidance.milestones.map(({ on, text }) => `${formatDay(on)}：${text}。`),
    things: item.rule.kind === 'residence' ? item.rule.things : [],
  }
}

/** What an item lets one read before signing. */
export function pledgeOf({ guidance: { pledge }, toConfirm }: Item): PledgeView | null {
  if (!pledge) return null
  const { title, paragraphs } = pledge
  return { title, paragraphs, toConfirm: toConfirm.includes('guidance') }
}
