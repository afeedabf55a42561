import type { Input, Output } from '../../domain/api'
import { differences } from '../../domain/cohort/difference'
import { publicationId, type Draft, type Publication } from '../../domain/cohort/draft'
import { parseCohort } from '../../domain/cohort/parse'
import { leftOf, todosOf } from '../../domain/cohort/todos'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { Conflict, DuplicateKey, type Transaction } from '../shared/transaction'
import { administratorOf, signed } from './administrator'
import { studentsIn } from './cohorts'
import { draftAt } from './drafts'

const ACTION = 'admin.publish'

/**
 * Puts a draft in force, under the next number and with what it changed. The sheets follow at once, as
 * they are derived when they are opened; what is counted follows by the timer.
 * @throws ClearanceError `INVALID` while something is left to do; `CONFLICT` when the draft was changed
 *   since it was looked at
 */
export async function publish(
  { cohort: year, version, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const { openid, now } = call
  const total = await studentsIn(year)
  return changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const draft = await draftAt(transaction, year, version, now)
    checkReady(draft)
    const cohort = parseCohort(draft.cohort)
    const own = await transaction.get('cohorts', year)
    const source = own ?? (await transaction.get('cohorts', draft.from))
    const changes = source ? differences(source, cohort) : []
    if (own && changes.length === 0) throw nothingNew()
    const number = draft.base + 1
    await replaceBy(transaction, draft, {
      _id: publicationId(year, number),
      cohort: year,
      number,
      changes,
      at: now.toISOString(),
      by: administratorOf(call).name,
      deriving: { state: 'waiting', last: '', done: 0, total },
    })
    await record(transaction, {
      person: 'school',
      ...signed(call),
      action: ACTION,
      why: `发布 ${cohort.name}第 ${number} 版`,
      before: { 版本: draft.base > 0 ? `第 ${draft.base} 版` : '没有' },
      after: { 版本: `第 ${number} 版`, 改了什么: changes.join('\n') },
    })
    return { name: cohort.name, number, students: total }
  })
}

async function replaceBy(
  transaction: Transaction,
  { _id, base, cohort }: Draft,
  publication: Publication,
): Promise<void> {
  const before = await transaction.get('publications', publicationId(_id, base))
  if (before?.deriving.state === 'waiting') {
    const deriving = { ...before.deriving, state: 'done' as const }
    await transaction.update('publications', before._id, { deriving })
  }
  try {
    await transaction.insert('publications', publication)
  } catch (error) {
    // Somebody else has just published under this number; their draft was another one.
    throw error instanceof DuplicateKey ? new Conflict() : error
  }
  await transaction.replace('cohorts', cohort)
  await transaction.remove('drafts', _id)
}

function checkReady(draft: Draft): void {
  const todos = todosOf(draft)
  if (todos.length === 0) return
  throw new ClearanceError({
    code: 'INVALID',
    message: `还有 ${leftOf(todos)} 处要做：${todos.map(({ text }) => text).join('；')}。`,
  })
}

function nothingNew(): ClearanceError {
  const message = '和已经发布的一样，没有要发布的改动。'
  return new ClearanceError({ code: 'CONFLICT', message })
}
