import { dayOf, formatDay } from '../calendar'
import type { Role } from '../roles/people'
import type { PlainRow } from './plain'
import type { State } from './procedure'

/** States and rows that many tables share. */

/** It waits for a member of the staff. */
export function waits(waitsFor: Role, says: string, explains: string): State {
  const item = { status: 'pending', turn: 'staff' } as const
  return { waitsFor, says: () => says, explains, item, yieldsToFacts: true }
}

/** It is the student's turn. */
export function yours(says: string, explains: string): State {
  const item = { status: 'pending', turn: 'student' } as const
  return { waitsFor: 'student', says: () => says, explains, item, yieldsToFacts: true }
}

/** Sent back to the student with a reason. @param backTo the state that filing again leads to */
export function returned(backTo: string): State {
  return {
    ...yours('', '你填的内容都还在，改好后再提交一次。'),
    says: ({ note }) => `已退回：${note}`,
    bad: true,
    backTo,
  }
}

export function done(did: string, explains: string): State {
  return {
    waitsFor: 'nobody',
    says: ({ since }) => `${formatDay(dayOf(since))}${did}`,
    explains,
    item: { status: 'done' },
  }
}

/** Taken back by the student: the facts alone speak again. */
export function withdrawn(): State {
  return {
    waitsFor: 'nobody',
    says: () => '已撤回',
    explains: '需要办理时，再提交一次就可以。',
    item: null,
  }
}

/** The student takes it back while nobody has done anything that cannot be undone. */
export function withdraw(from: readonly string[]): PlainRow {
  return {
    name: 'withdraw',
    from,
    to: 'withdrawn',
    by: ['student'],
    label: '撤回',
    did: '撤回了申请',
    tone: 'quiet',
  }
}

/** A member of the staff sends it back with a reason. */
export function sendBack(from: string, by: Role, usualNotes: readonly string[]) {
  return {
    name: 'return',
    from: [from],
    to: 'returned',
    by: [by],
    label: '退回',
    did: '退回',
    tone: 'danger',
    note: 'required',
    usualNotes,
    undoable: true,
  } satisfies PlainRow
}

/** A finished item is turned back, by the role that finished it, with a reason. */
export function revoke(from: string, to: string, by: readonly Role[]): PlainRow {
  return {
    name: 'revoke',
    from: [from],
    to,
    by,
    label: '撤销办结',
    did: '撤销了办结',
    tone: 'danger',
    note: 'required',
    usualNotes: ['登记错了人', '材料有误，要重办'],
  }
}
