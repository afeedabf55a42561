import { ROLE_NAMES, type StaffRole } from '../roles/people'
import type { Subject } from '../roles/scope'
import { describe, rowTaken, stateOf } from '../procedures/advance'
import { briefOf, type HistoryEntry, type Request } from '../procedures/request'
import { pageOf, tableOf, titleOf } from '../procedures/tables'
import { whyOf } from '../procedures/why'
import type { OutboxMessage } from './outbox'

/** Where staff find what waits for them. */
const DESK_PAGE = '/packages/staff/pages/desk/desk'

/**
 * The messages of one step: the student hears what others did, and whoever's turn it is now that it is.
 * Nobody is told what they have just done themselves.
 */
export function messagesAfter(request: Request, entry: HistoryEntry): OutboxMessage[] {
  const { waitsFor } = stateOf(tableOf(request.procedure), request.state)
  const messages: OutboxMessage[] = []
  if (entry.role !== 'student') messages.push(toStudent(request, entry))
  const isTurn = waitsFor !== 'nobody' && waitsFor !== 'student' && waitsFor !== entry.role
  if (isTurn) {
    const words = whatIsAsked(request, entry)
    messages.push(toRole(request, waitsFor, entry.at, String(request.version), words))
  }
  return messages
}

/** A reason that had to be given is for whoever's turn it is; a word that could be is for the student. */
function whatIsAsked(request: Request, entry: HistoryEntry): string {
  return reasonGiven(request, entry) || tableOf(request.procedure).summary(request)
}

/** 撤回了上一步：登记错了人; empty where no reason had to be given. */
function reasonGiven({ procedure }: Request, entry: HistoryEntry): string {
  const table = tableOf(procedure)
  const isFree = rowTaken(table, entry)?.note === 'optional'
  return isFree || entry.note === '' ? '' : `${describe(table, entry)}：${entry.note}`
}

/** Says once more to a role that it is their turn. */
export function reminderOf(
  request: Request,
  role: StaffRole,
  at: string,
  day: string,
): OutboxMessage {
  const words = tableOf(request.procedure).summary(request)
  return toRole(request, role, at, `remind-${day}`, words)
}

/** As much of a request's student as decides whose business they are. */
export function subjectOfRequest({ student }: Request): Subject {
  const { className, college, building } = student
  return { className, college, ...(building !== undefined && { building }) }
}

function toStudent(request: Request, entry: HistoryEntry): OutboxMessage {
  const table = tableOf(request.procedure)
  const brief = briefOf(request)
  const says = stateOf(table, request.state).says(brief)
  const undone = entry.transition === 'undo' ? `${ROLE_NAMES[entry.role]}撤销了上一步` : ''
  const why = whyOf(table, brief)
  const before = undone || why
  return {
    _id: `${request._id}#${request.version}#student`,
    kind: 'result',
    person: `student:${request.student.studentNo}`,
    title: titleOf(request),
    text: before ? `${before}（现在：${says}）` : says,
    ...(why && { short: reasonGiven(request, entry) || says }),
    page: pageOf(request),
    ...commonOf(request, entry.at),
  }
}

function toRole(
  request: Request,
  role: StaffRole,
  at: string,
  name: string,
  words: string,
): OutboxMessage {
  return {
    _id: `${request._id}#${name}#${role}`,
    kind: 'turn',
    person: '',
    role: { role, subject: subjectOfRequest(request) },
    title: titleOf(request),
    text: `${request.student.name}：${words}`,
    page: DESK_PAGE,
    ...commonOf(request, at),
  }
}

/** What a message begins with before anybody has tried to send it. */
export function unsent(at: string) {
  return { state: 'due' as const, dueAt: at, tries: 0, settled: [] }
}

function commonOf({ _id, version }: Request, at: string) {
  return { about: { request: _id, version }, at, ...unsent(at) }
}
