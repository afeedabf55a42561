import type { Input, Output } from '../../domain/api'
import { copyForYear } from '../../domain/cohort/copy'
import type { Draft } from '../../domain/cohort/draft'
import { parseCohort } from '../../domain/cohort/parse'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { changeOnce } from '../shared/change'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { administratorOf, signed } from './administrator'
import { toDraftAnswer } from './drafts'

const ACTION = 'admin.copy'

/**
 * Begins a draft: of a year from another one's published cohort, or of the same year to change it.
 * @throws ClearanceError `NOT_FOUND` without such a cohort; `CONFLICT` when there is a draft of that
 *   year already, or it is published and should not be made of another one's
 */
export async function copy(
  { from, to, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const { openid, now } = call
  const [last] = await store.find('publications', {
    where: { cohort: to },
    orderBy: [['number', 'desc']],
    limit: 1,
  })
  const draft = await changeOnce({ by: openid, action: ACTION, requestId }, async (transaction) => {
    const source = await transaction.get('cohorts', from)
    if (!source) throw noSource(from)
    if (from !== to && (await transaction.get('cohorts', to))) throw isPublished(to)
    const rival = await transaction.get('drafts', to)
    if (rival) throw isDrafted(rival)
    const begun: Draft = {
      _id: to,
      from,
      base: last?.number ?? 0,
      version: 0,
      ...copyForYear(parseCohort(source), to),
      changedAt: now.toISOString(),
      changedBy: administratorOf(call).name,
    }
    await transaction.replace('drafts', begun)
    await record(transaction, {
      person: 'school',
      ...signed(call),
      action: ACTION,
      why: from === to ? `开始修改 ${to} 届` : `从 ${from} 届复制出 ${to} 届`,
      before: {},
      after: { 草稿: `${to} 届` },
    })
    return begun
  })
  return toDraftAnswer(draft, now)
}

function noSource(year: string): ClearanceError {
  const message = `没有发布过 ${year} 届，请选择一个已经发布的届别来复制。`
  return new ClearanceError({ code: 'NOT_FOUND', message })
}

function isPublished(year: string): ClearanceError {
  const message = `${year} 届已经发布了，请打开它直接修改。`
  return new ClearanceError({ code: 'CONFLICT', message, fields: { to: message } })
}

function isDrafted({ _id, changedBy }: Draft): ClearanceError {
  const message = `${_id} 届已经有一份草稿（${changedBy}），请打开它接着改。`
  return new ClearanceError({ code: 'CONFLICT', message, fields: { to: message } })
}
