import type { Input, Output } from '../../domain/api'
import type { DraftAnswer } from '../../domain/cohort/answers'
import { formatMoment } from '../../domain/calendar'
import { stillUnseen } from '../../domain/cohort/copy'
import { differences } from '../../domain/cohort/difference'
import type { Draft } from '../../domain/cohort/draft'
import { editCohort, textsOf } from '../../domain/cohort/edit'
import { todosOf } from '../../domain/cohort/todos'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import type { Transaction } from '../shared/transaction'
import { administratorOf, signed } from './administrator'

/** A draft with what is left to do. @throws ClearanceError `NOT_FOUND` */
export async function draft(
  { cohort }: Input<'admin.draft'>,
  { now }: Call,
): Promise<Output<'admin.draft'>> {
  const found = await store.findOne('drafts', { _id: cohort })
  if (!found) throw noDraft(cohort)
  return toDraftAnswer(found, now)
}

/**
 * Changes parts of a draft, all or none.
 * @throws ClearanceError `INVALID` with the places that would be wrong; `CONFLICT` when somebody has
 *   changed the draft since
 */
export async function edit(
  { cohort, version, changes, looked, requestId }: Input<'admin.edit'>,
  call: Call,
): Promise<Output<'admin.edit'>> {
  const { openid, now } = call
  const action = 'admin.edit'
  const edited = await changeOnce({ by: openid, action, requestId }, async (transaction) => {
    const before = await draftAt(transaction, cohort, version, now)
    const after = editCohort(before.cohort, changes)
    const unseen = stillUnseen(before.unseen, after, {
      ...(looked && { [looked]: true }),
      texts: textsOf(changes),
    })
    const next: Draft = {
      ...before,
      cohort: after,
      unseen,
      version: version + 1,
      changedAt: now.toISOString(),
      changedBy: administratorOf(call).name,
    }
    await transaction.replace('drafts', next)
    await record(transaction, {
      person: 'school',
      ...signed(call),
      action,
      why: `修改 ${cohort} 届草稿`,
      before: {},
      after: { 改了什么: differences(before.cohort, after).join('\n') || '看过，没有改' },
    })
    return next
  })
  return toDraftAnswer(edited, now)
}

/** Drops a draft; what is published stays as it is. */
export async function discard(
  { cohort, version, requestId }: Input<'admin.discard'>,
  call: Call,
): Promise<Output<'admin.discard'>> {
  const { openid, now } = call
  const action = 'admin.discard'
  return changeOnce({ by: openid, action, requestId }, async (transaction) => {
    await draftAt(transaction, cohort, version, now)
    await transaction.remove('drafts', cohort)
    await record(transaction, {
      person: 'school',
      ...signed(call),
      action,
      why: `放弃 ${cohort} 届草稿`,
      before: { 草稿: `${cohort} 届` },
      after: {},
    })
    return {}
  })
}

/**
 * A draft as somebody has it before them.
 * @throws ClearanceError `NOT_FOUND`; `CONFLICT` naming who changed it since
 */
export async function draftAt(
  transaction: Transaction,
  cohort: string,
  version: number,
  now: Date,
): Promise<Draft> {
  const found = await transaction.get('drafts', cohort)
  if (!found) throw noDraft(cohort)
  if (found.version === version) return found
  const { changedBy, changedAt } = found
  throw new ClearanceError({
    code: 'CONFLICT',
    message: `${changedBy}在 ${formatMoment(changedAt, now)} 改过这份草稿。请返回再打开一次，看过新的再改。`,
  })
}

export function toDraftAnswer(found: Draft, now: Date): DraftAnswer {
  return { ...found, todos: todosOf(found), now: now.toISOString() }
}

export function noDraft(year: string): ClearanceError {
  const message = `${year} 届现在没有草稿，可能已经发布了。请回到届别列表再看。`
  return new ClearanceError({ code: 'NOT_FOUND', message })
}
