import * as v from 'valibot'
import { dayOf, formatDay } from '../calendar'
import { ClearanceError } from '../errors'
import type { Procedure, Situation, Transition } from './procedure'

/** Answers whether it is late. @throws ClearanceError `CLOSED` before the first day, or after the last */
export function checkDeadline({ deadline }: Transition, { item, now }: Situation): boolean {
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

function closed(message: string): ClearanceError {
  return new ClearanceError({ code: 'CLOSED', message })
}

/** @throws ClearanceError `CONFLICT` when there is nothing to file */
export function checkBlocked(table: Procedure, situation: Situation): void {
  const message = table.blocked(situation)
  if (message) throw new ClearanceError({ code: 'CONFLICT', message })
}

const NOTE_MOST = 200

/** The reason that is kept with a step. @throws ClearanceError `INVALID` at the field `note` */
export function checkNote({ note: wanted }: Transition, given: string): string {
  const note = wanted ? given.trim() : ''
  if (wanted === 'required' && note === '') throw wrongNote('请写明原因')
  if (note.length > NOTE_MOST) throw wrongNote(`原因请写在 ${NOTE_MOST} 字以内`)
  return note
}

function wrongNote(message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message, fields: { note: message } })
}

/** What was filled in, as the form makes it. @throws ClearanceError `INVALID`, a sentence at each field */
export function checkForm({ form }: Transition, input: unknown): unknown {
  if (!form) return undefined
  const result = v.safeParse(form, input ?? {})
  if (result.success) return result.output
  const fields: Record<string, string> = {}
  for (const issue of result.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message
  throw new ClearanceError({ code: 'INVALID', message: result.issues[0].message, fields })
}
