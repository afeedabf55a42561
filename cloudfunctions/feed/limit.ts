import type { Input, Output } from '../../domain/api'
import type { BrakeLimits } from '../../domain/feeds/answers'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import { feedIn } from '../shared/feeds/known'
import type { Call } from '../shared/gate'
import { keeperOf } from './keeper'
import { source as look } from './look'

const ACTION = 'feed.limit'

/** Changes how much the brake lets through without a person. */
export async function limit(
  { source, shrink, clear, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  keeperOf(call, source)
  await changeOnce({ by: call.openid, action: ACTION, requestId }, async (transaction) => {
    const feed = await feedIn(transaction, source)
    const brake = { shrink, clear }
    await transaction.replace('feeds', { ...feed, brake })
    await record(transaction, {
      person: `feed:${source}`,
      by: callerKey(call.caller),
      role: call.role,
      action: ACTION,
      why: '改刹车的上限',
      before: inWords(feed.brake),
      after: inWords(brake),
    })
    return {}
  })
  return look({ source }, call)
}

function inWords({ shrink, clear }: BrakeLimits): Record<string, string> {
  return { 人数减少: `${shrink}%`, 一次办完: `${clear}%` }
}
