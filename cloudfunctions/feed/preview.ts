import type { Input, Output } from '../../domain/api'
import { exportedAt, sheetAsOf } from '../../domain/feeds/exported'
import { rowsOfSheet, warningsOf } from '../../domain/feeds/rows'
import type { Run } from '../../domain/feeds/run'
import { SOURCE_CARDS } from '../../domain/feeds/source'
import { SOURCES } from '../../domain/feeds/sources'
import { titlesOf } from '../../domain/spreadsheet/table'
import { record } from '../shared/audit'
import { callerKey } from '../shared/caller'
import { answeredBefore, changeOnce } from '../shared/change'
import { carryOn } from '../shared/feeds/carry-on'
import { readIn } from '../shared/feeds/receive'
import { begin } from '../shared/feeds/runs'
import { nothingStaged } from '../shared/feeds/staging'
import { files } from '../shared/files'
import type { Call } from '../shared/gate'
import { readSent } from '../shared/spreadsheet/sent'
import { goOn, soon } from './go-on'
import { keeperOf } from './keeper'
import { runAnswer } from './look'

const ACTION = 'feed.preview'
/** 20,000 students with five fees each. */
const ROWS_MOST = 100_000

/**
 * Reads a sheet that somebody has sent and says what it would change; nothing of a student changes. The
 * file is removed, whatever is in it, unless only the time of its export has to be said anew.
 * @throws ClearanceError `INVALID` for a file that is no such table, `NOT_FOUND` when it did not arrive
 */
export async function preview(
  input: Input<typeof ACTION>,
  call: Call,
): Promise<Output<typeof ACTION>> {
  const { name } = keeperOf(call, input.source)
  const attempt = { by: call.openid, action: ACTION, requestId: input.requestId } as const
  const before = await answeredBefore<{ run: string }>(attempt)
  if (before) return goOn(before.run, call)
  const source = SOURCES[input.source]
  const { rows, warnings, written } = await readSent(input.fileId, ROWS_MOST, (cells) => ({
    rows: rowsOfSheet(source, cells),
    warnings: warningsOf(source, cells),
    written: exportedAt(titlesOf(cells, source.columns), call.now),
  }))
  const asOf = sheetAsOf({ said: input.asOf, written }, call.now)
  let own: Run | undefined
  const { run } = await changeOnce(attempt, async (transaction) => {
    own = await begin(transaction, { ...broughtIn(input), asOf, by: name, warnings })
    await record(transaction, {
      person: `feed:${input.source}`,
      by: callerKey(call.caller),
      role: call.role,
      action: ACTION,
      why: `导入${SOURCE_CARDS[input.source].title}的表格`,
      before: {},
      after: { 编号: own._id, 行数: String(rows.length) },
    })
    return { run: own._id }
  })
  await files.remove(input.fileId)
  if (own?._id !== run) return goOn(run, call)
  return runAnswer(await carryOn(await readIn(own, nothingStaged(), rows), soon()), call.now)
}

function broughtIn({ source, mode }: Input<typeof ACTION>) {
  return { source, mode, way: 'sheet', state: 'comparing' } as const
}
