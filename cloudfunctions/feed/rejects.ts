import type { Input, Output } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { answeredBefore, changeOnce } from '../shared/change'
import { offerDownload } from '../shared/downloads'
import { allRejects } from '../shared/feeds/rejects'
import type { Call } from '../shared/gate'
import { writeXlsx } from '../shared/spreadsheet/xlsx'
import { ownRun } from './keeper'

const ACTION = 'feed.rejects'
const HEADER = ['行', '学号', '没有用上的原因']

/**
 * The rows of a run that could not be used as an xlsx, by a link that lives ten minutes.
 * @throws ClearanceError `CONFLICT` when there is none
 */
export async function rejects(
  { run: id, requestId }: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const { source } = await ownRun(call, id)
  const attempt = { by: call.openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Output<typeof ACTION>>(attempt)
  if (before) return before
  const rows = await allRejects(id)
  if (rows.length === 0) {
    const message = '这次数据每一行都用上了，没有要下载的。'
    throw new ClearanceError({ code: 'CONFLICT', message })
  }
  const cells = rows.map(({ line, who, reason }) => [String(line), who, reason])
  const link = await offerDownload('rejects', 'xlsx', await writeXlsx([HEADER, ...cells]))
  return changeOnce(attempt, async (transaction) => {
    await record(transaction, {
      person: `feed:${source}`,
      by: callerKey(call.caller),
      role: call.role,
      action: ACTION,
      why: '下载没有用上的行',
      before: {},
      after: { 编号: id, 行数: String(rows.length) },
    })
    return link
  })
}
