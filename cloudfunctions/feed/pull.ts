import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { nextAsking } from '../../domain/feeds/after'
import { WORKING, type Run } from '../../domain/feeds/run'
import { SOURCE_CARDS, type SourceCode } from '../../domain/feeds/source'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import { carryOn } from '../shared/feeds/carry-on'
import { asking, pulledSources } from '../shared/feeds/pull'
import { feedIn } from '../shared/feeds/known'
import { begin } from '../shared/feeds/runs'
import { nothingStaged } from '../shared/feeds/staging'
import type { Call } from '../shared/gate'
import type { Transaction } from '../shared/transaction'
import { goOn, soon } from './go-on'
import { keeperOf } from './keeper'
import { runAnswer } from './look'

const ACTION = 'feed.pull'

/**
 * Asks a system now, and not when it is due.
 * @throws ClearanceError `CLOSED` for a source without a system, `CONFLICT` while it is being asked
 */
export async function pull(
  { source, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const { name } = keeperOf(call, source)
  const { title } = SOURCE_CARDS[source]
  if (!pulledSources().includes(source)) throw notPulled(title)
  let own: Run | undefined
  const attempt = { by: call.openid, action: ACTION, requestId } as const
  const { run } = await changeOnce(attempt, async (transaction) => {
    own = await beginNow(transaction, source, name, call.now)
    await record(transaction, {
      person: `feed:${source}`,
      by: callerKey(call.caller),
      role: call.role,
      action: ACTION,
      why: `马上同步${title}`,
      before: {},
      after: { 编号: own._id },
    })
    return { run: own._id }
  })
  if (own?._id !== run) return goOn(run, call)
  return runAnswer(await carryOn({ run: own, staged: nothingStaged() }, soon()), call.now)
}

async function beginNow(
  transaction: Transaction,
  source: SourceCode,
  by: string,
  now: Date,
): Promise<Run> {
  const { cursor, lastRun } = await feedIn(transaction, source)
  const last = lastRun === null ? null : await transaction.get('runs', lastRun)
  if (last?.way === 'pull' && WORKING.includes(last.state)) {
    const message = `${SOURCE_CARDS[source].title}正在同步，请过一会儿再看。`
    throw new ClearanceError({ code: 'CONFLICT', message })
  }
  return begin(transaction, asking(source, cursor, by), { nextAt: nextAsking(source, now) })
}

function notPulled(title: string): ClearanceError {
  const message = `${title}没有接到离校单上，请导入表格。`
  return new ClearanceError({ code: 'CLOSED', message })
}
