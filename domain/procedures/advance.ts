import * as v from 'valibot'
import { dayOf, formatDay, formatMoment } from '../calendar'
import { ClearanceError } from '../errors'
import { ROLE_NAMES, type Role } from '../roles/people'
import type { SecretChange, Procedure, Situation, Transition } from './procedure'
import type { HistoryEntry, Request, RequestOf, Standing } from './request'
import { studentBriefOf } from './student-brief'
import { briefOf } from './request'

/** Who takes a step, and in which roles they may act for this student; the best first. */
export interface Actor {
  /** `student:1907010216`, `staff:20081001` */
  person: string
  name: string
  roles: readonly Role[]
}

export interface Move {
  transition: string
  /** The version of the request that the actor has seen; 0 where there was none. */
  version: number
  note: string
  /** What was filled in, unchecked. */
  input?: unknown
  /** The part of the system that takes the step, for steps that no button takes. */
  through?: Transition['through']
}

export interface Advanced {
  request: Request
  entry: HistoryEntry
  secret: SecretChange | null
}

/**
 * Takes one step of a procedure: the only way in which a request changes, besides `undo`.
 * @param request the request as it is now, or null before there is one
 * @param newId makes the reference number of a new request
 * @throws ClearanceError `CONFLICT` with what happened meanwhile, `FORBIDDEN`, `CLOSED` after the
 *   deadline, `INVALID` with a sentence at each wrong field
 */
export function advance(
  table: Procedure,
  situation: Situation,
  request: Request | null,
  move: Move,
  actor: Actor,
  newId: () => string,
): Advanced {
  const { transition, role } = findTransition(table, request, move, actor, situation.now)
  const late = checkDeadline(transition, situation)
  const note = checkNote(transition, move.note)
  const input = checkForm(transition, move.input)
  if (transition.files) checkBlocked(table, situation)
  const step = { ...situation, request: request as RequestOf<never> | null, input }
  const refusal = transition.guard?.(step as never)
  if (refusal) throw new ClearanceError(refusal)
  const effect = transition.effect?.(step as never) ?? {}
  const { now, student } = situation
  const entry: HistoryEntry = {
    at: now.toISOString(),
    by: actor.person,
    role,
    name: actor.name,
    transition: transition.name,
    from: request?.state ?? 'none',
    to: transition.to,
    note,
    ...(isOnBehalf(transition, role) && { onBehalf: true }),
  }
  const standing: Standing = {
    state: transition.to,
    waitsFor: stateOf(table, transition.to).waitsFor,
    since: entry.at,
    dueOn: effect.dueOn ?? request?.dueOn ?? dueDayOf(situation),
    late: request && transition.deadline === undefined ? request.late : late,
    form: effect.form ?? request?.form ?? {},
    outcome: effect.outcome ?? request?.outcome ?? {},
  }
  const next = {
    _id: request?._id ?? newId(),
    procedure: table.code,
    cohort: student.cohort,
    student: studentBriefOf(situation.student),
    version: (request?.version ?? 0) + 1,
    ...standing,
    history: [...(request?.history ?? []), entry],
    ...(request && transition.undoable && { previous: standingOf(request) }),
  } as Request
  return { request: next, entry, secret: effect.secret ?? null }
}

/** A state by its name. @throws Error when the table has none, which is a bug */
export function stateOf(table: Procedure, name: string) {
  const state = table.states[name]
  if (!state) throw new Error(`${table.code} has no state ${name}`)
  return state
}

/** The rows of a table that lead on from where a request stands. */
export function transitionsFrom(table: Procedure, request: Request | null): Transition[] {
  const from = request?.state ?? 'none'
  return table.transitions.filter((transition) => transition.from.includes(from))
}

export function standingOf({
  state,
  waitsFor,
  since,
  dueOn,
  late,
  form,
  outcome,
}: Request): Standing {
  return { state, waitsFor, since, dueOn, late, form, outcome }
}

/** Where a request stands and who moved it there: what somebody who came too late has to know. */
export function whatHappened(table: Procedure, request: Request | null, now: Date): string {
  const last = request?.history[request.history.length - 1]
  if (!request || !last) return '这份申请还没有提交，请刷新后再看。'
  const did = describe(table, last)
  const who = last.role === 'student' ? last.name : `${ROLE_NAMES[last.role]}${last.name}`
  const says = stateOf(table, request.state).says(briefOf(request))
  return `${who} ${formatMoment(last.at, now)} ${did}，现在是「${says}」。请看过最新情况再办。`
}

/** What an entry of the history says was done. */
export function describe(table: Procedure, { transition, from }: HistoryEntry): string {
  if (transition === 'undo') return '撤销了自己的上一步'
  const row = table.transitions.find((each) => each.name === transition && each.from.includes(from))
  return row?.did ?? transition
}

function findTransition(
  table: Procedure,
  request: Request | null,
  { transition: name, version, through }: Move,
  { roles }: Actor,
  now: Date,
): { transition: Transition; role: Role } {
  const known = table.transitions.filter((transition) => transition.name === name)
  if (known.length === 0) {
    throw new ClearanceError({
      code: 'NOT_FOUND',
      message: '没有这个操作，请关闭小程序后重新打开。',
    })
  }
  const mine = known.filter(
    (transition) =>
      transition.through === through && roles.some((role) => transition.by.includes(role)),
  )
  if (mine.length === 0) throw forbidden()
  const from = request?.state ?? 'none'
  const possible = known.find((transition) => transition.from.includes(from))
  if (version !== (request?.version ?? 0) || !possible) {
    throw new ClearanceError({ code: 'CONFLICT', message: whatHappened(table, request, now) })
  }
  const role = roles.find((each) => possible.by.includes(each))
  if (!role) throw forbidden()
  return { transition: possible, role }
}

function forbidden(): ClearanceError {
  return new ClearanceError({
    code: 'FORBIDDEN',
    message: '这一步不由你办。需要的话请联系管理员开通。',
  })
}

/** Answers whether it is late. @throws ClearanceError `CLOSED` before the first day, or after the last */
function checkDeadline({ deadline }: Transition, { item, now }: Situation): boolean {
  const { window } = item
  if (!deadline || !window || !('to' in window)) return false
  const today = dayOf(now)
  if (window.from && today < window.from) {
    throw closed(`${item.title}从 ${formatDay(window.from)}开始办理，到时再来提交。`)
  }
  if (today <= window.to) return false
  if (deadline === 'late') return true
  const phones = item.contacts.flatMap((contact) => contact.phones).join('、')
  const whom = phones ? `请打电话问${item.department}：${phones}。` : `请问${item.department}。`
  throw closed(`${item.title}的申请 ${formatDay(window.to)}已经截止。${whom}`)
}

function checkBlocked(table: Procedure, situation: Situation): void {
  const message = table.blocked(situation)
  if (message) throw new ClearanceError({ code: 'CONFLICT', message })
}

/** Whether something can be filed now: why not, a whole sentence, and whether it would be late. */
export function filingNow(
  table: Procedure,
  situation: Situation,
  request: Request | null,
): { blocked: string; late: boolean } {
  const filing = transitionsFrom(table, request).find(({ files }) => files)
  if (!filing) return { blocked: '', late: false }
  try {
    const late = checkDeadline(filing, situation)
    return { blocked: table.blocked(situation), late }
  } catch (error) {
    if (error instanceof ClearanceError) return { blocked: error.message, late: false }
    throw error
  }
}

function closed(message: string): ClearanceError {
  return new ClearanceError({ code: 'CLOSED', message })
}

const NOTE_MOST = 200

function checkNote({ note: wanted }: Transition, given: string): string {
  const note = wanted ? given.trim() : ''
  if (wanted === 'required' && note === '') throw wrongNote('请写明原因')
  if (note.length > NOTE_MOST) throw wrongNote(`原因请写在 ${NOTE_MOST} 字以内`)
  return note
}

function wrongNote(message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message, fields: { note: message } })
}

function checkForm({ form }: Transition, input: unknown): unknown {
  if (!form) return undefined
  const result = v.safeParse(form, input ?? {})
  if (result.success) return result.output
  const fields: Record<string, string> = {}
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message
  throw new ClearanceError({ code: 'INVALID', message: result.issues[0].message, fields })
}

/** What a student could have done and somebody else did, standing in for them. */
function isOnBehalf({ by }: Transition, role: Role): boolean {
  return role !== 'student' && by.includes('student')
}

function dueDayOf({ item, now }: Situation): string {
  return item.window && 'to' in item.window ? item.window.to : dayOf(now)
}
