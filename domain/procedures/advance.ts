import { dayOf, formatMoment } from '../calendar'
import { ClearanceError } from '../errors'
import { ROLE_NAMES, type Role } from '../roles/people'
import { checkBlocked, checkDeadline, checkForm, checkNote } from './checks'
import { matterOf } from './matter'
import type { SecretChange, Procedure, Situation, Transition } from './procedure'
import type { HistoryEntry, Request, RequestOf, Standing } from './request'
import { studentBriefOf } from './student-brief'
import { briefOf, TAKE_BACK } from './request'
import { beforeOf, goneBack, isDecision, waysBack } from './way-back'

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
 * Takes one step of a procedure: the only way in which a request changes, besides `undo`. A decision of the
 * staff is taken back with a reason by a row that no table writes: see `waysBack`.
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
  const entry: HistoryEntry = {
    at: situation.now.toISOString(),
    by: actor.person,
    role,
    name: actor.name,
    transition: transition.name,
    from: request?.state ?? 'none',
    to: transition.to,
    note: checkNote(transition, move.note),
    ...(isOnBehalf(transition, role) && { onBehalf: true }),
  }
  if (request && transition.name === TAKE_BACK) {
    return { request: goneBack(request, entry), entry, secret: null }
  }
  const { standing, secret } = moved(table, situation, request, transition, move.input)
  const item = matterOf(situation.item)?.item
  const next = {
    _id: request?._id ?? newId(),
    procedure: table.code,
    ...(item && { item }),
    cohort: situation.student.cohort,
    student: studentBriefOf(situation.student),
    version: (request?.version ?? 0) + 1,
    ...standing,
    history: [...(request?.history ?? []), entry],
    ...(request && isDecision(transition, role) && { previous: beforeOf(request) }),
  } as Request
  return { request: next, entry, secret }
}

/** Where a row of the table leads, once everything that it asks for is in order. */
function moved(
  table: Procedure,
  situation: Situation,
  request: Request | null,
  transition: Transition,
  filledIn: unknown,
): { standing: Standing; secret: SecretChange | null } {
  const late = checkDeadline(transition, situation)
  const input = checkForm(transition, filledIn)
  if (transition.files) checkBlocked(table, situation)
  const step = { ...situation, request: request as RequestOf<never> | null, input }
  const refusal = transition.guard?.(step as never)
  if (refusal) throw new ClearanceError(refusal)
  const effect = transition.effect?.(step as never) ?? {}
  const standing = {
    state: transition.to,
    waitsFor: stateOf(table, transition.to).waitsFor,
    since: situation.now.toISOString(),
    dueOn: effect.dueOn ?? request?.dueOn ?? dueDayOf(situation),
    late: request && transition.deadline === undefined ? request.late : late,
    form: effect.form ?? request?.form ?? {},
    outcome: effect.outcome ?? request?.outcome ?? {},
  }
  return { standing, secret: effect.secret ?? null }
}

/** A state by its name. @throws Error when the table has none, which is a bug */
export function stateOf(table: Procedure, name: string) {
  const state = table.states[name]
  if (!state) throw new Error(`${table.code} has no state ${name}`)
  return state
}

/** What a request says of itself where it stands. */
export function saysOf(table: Procedure, request: Request): string {
  return stateOf(table, request.state).says(briefOf(request))
}

/** The rows that lead on from where a request stands, and the one that leads back. */
export function transitionsFrom(table: Procedure, request: Request | null): Transition[] {
  const from = request?.state ?? 'none'
  const onwards = table.transitions.filter((transition) => transition.from.includes(from))
  return [...onwards, ...waysBack(table, request)]
}

/** Where a request stands and who moved it there: what somebody who came too late has to know. */
export function whatHappened(table: Procedure, request: Request | null, now: Date): string {
  const last = request?.history[request.history.length - 1]
  if (!request || !last) return '这份申请还没有提交，请刷新后再看。'
  const did = describe(table, last)
  const who = last.role === 'student' ? last.name : `${ROLE_NAMES[last.role]}${last.name}`
  const says = saysOf(table, request)
  return `${who} ${formatMoment(last.at, now)} ${did}，现在是「${says}」。请看过最新情况再办。`
}

/** What an entry of the history says was done. */
export function describe(
  table: Procedure,
  { transition, from }: Pick<HistoryEntry, 'transition' | 'from'>,
): string {
  if (transition === 'undo') return '撤销了自己的上一步'
  if (transition === TAKE_BACK) return '撤回了上一步'
  return rowTaken(table, { transition, from })?.did ?? transition
}

/** The row of the table by which a step was taken; none for those that take another one back. */
export function rowTaken(
  { transitions }: Procedure,
  { transition, from }: Pick<HistoryEntry, 'transition' | 'from'>,
): Transition | undefined {
  return transitions.find((row) => row.name === transition && row.from.includes(from))
}

function findTransition(
  table: Procedure,
  request: Request | null,
  { transition: name, version, through }: Move,
  { roles }: Actor,
  now: Date,
): { transition: Transition; role: Role } {
  const overtaken = () =>
    new ClearanceError({ code: 'CONFLICT', message: whatHappened(table, request, now) })
  const isOvertaken = version !== (request?.version ?? 0)
  const back = waysBack(table, request)
  if (name === TAKE_BACK && (isOvertaken || back.length === 0)) throw overtaken()
  const known = [...table.transitions, ...back].filter((transition) => transition.name === name)
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
  if (isOvertaken || !possible) throw overtaken()
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

/** What a student could have done and somebody else did, standing in for them. */
function isOnBehalf({ by }: Transition, role: Role): boolean {
  return role !== 'student' && by.includes('student')
}

function dueDayOf({ item, now }: Situation): string {
  return item.window && 'to' in item.window ? item.window.to : dayOf(now)
}
