import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { feedRefused } from '../../domain/feeds/after'
import { WAITING, type Run } from '../../domain/feeds/run'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { changeOnce } from '../shared/change'
import { removeStaged } from '../shared/feeds/staging'
import type { Call } from '../shared/gate'
import type { Transaction } from '../shared/transaction'
import { goOn } from './go-on'
import { ownRun } from './keeper'

const ACTION = 'feed.decide'

type Decision = Input<typeof ACTION>

/**
 * Applies or refuses a run that waits: a sheet after its preview, or data that the brake holds.
 * @throws ClearanceError `CONFLICT` when it waits for nobody (any more)
 */
export async function decide(input: Decision, call: Call): Promise<Output<typeof ACTION>> {
  await ownRun(call, input.run)
  const attempt = { by: call.openid, action: ACTION, requestId: input.requestId } as const
  const { file } = await changeOnce(attempt, async (transaction) => {
    const run = await transaction.get('runs', input.run)
    if (!run || !WAITING.includes(run.state)) throw decidedAlready(run)
    await writeDown(transaction, run, input, call)
    return { file: run.staged }
  })
  if (input.decision === 'refuse') await removeStaged(file)
  return goOn(input.run, call)
}

async function writeDown(
  transaction: Transaction,
  run: Run,
  { decision, reason }: Decision,
  { caller, role }: Call,
): Promise<void> {
  const state = decision === 'apply' ? 'applying' : 'refused'
  const over = decision === 'refuse' ? (['staged'] as 'staged'[]) : []
  await transaction.update('runs', run._id, { state, note: reason }, over)
  const feed = await transaction.get('feeds', run.source)
  if (feed && decision === 'refuse') await transaction.replace('feeds', feedRefused(feed, run))
  await record(transaction, {
    person: `feed:${run.source}`,
    by: callerKey(caller),
    role,
    action: ACTION,
    why: reason,
    before: { 数据: run.state === 'held' ? '等人决定' : '看过预览', 编号: run._id },
    after: {
      数据: decision === 'apply' ? '采用' : '不采用',
      学生: `有变化 ${run.changed} 人，其中办完 ${run.cleared} 人`,
      ...(run.reasons.length > 0 && { 提醒: run.reasons.join('') }),
    },
  })
}

function decidedAlready(run: Run | null): ClearanceError {
  const message =
    run?.state === 'refused'
      ? '这次数据已经不用了，请看这个来源有没有新的在等你决定。'
      : '这次数据已经在采用了，不用再决定。'
  return new ClearanceError({ code: 'CONFLICT', message })
}
