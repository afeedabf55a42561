import type { Input, Output } from '../../domain/api'
import type { Item } from '../../domain/cohort/schema'
import { ClearanceError } from '../../domain/errors'
import { sourceBehind } from '../../domain/feeds/freshness'
import { RECHECK_MINUTES, saidAfter, tooSoon, unansweredBy } from '../../domain/feeds/recheck'
import type { SourceCode } from '../../domain/feeds/source'
import type { Student } from '../../domain/student/student'
import { ownStudent } from '../shared/caller'
import { answeredBefore, changeOnce } from '../shared/change'
import { clock } from '../shared/clock'
import { publishedCohort } from '../shared/cohorts'
import { askStudent, SourceTrouble } from '../shared/feeds/ask'
import { settings } from '../shared/feeds/settings'
import type { SourceSettings } from '../shared/feeds/variable'
import type { Call } from '../shared/gate'
import { log } from '../shared/log'
import { takeTry } from '../shared/tries'
import { hearOne } from './hear-one'

const ACTION = 'sync.recheck'
const MINUTE_MS = 60_000

type Answer = Output<typeof ACTION>

/**
 * A fresh look at one student's own data, in the system behind an item: what it says is on the sheet
 * before it is answered. A system that does not answer is said so; nothing changes then.
 * @throws ClearanceError `CLOSED` for an item that no system decides, `RATE_LIMITED` with the time from
 *   which one may ask again
 */
export async function recheck(
  { code, requestId }: Input<typeof ACTION>,
  { openid, caller, now }: Call,
): Promise<Answer> {
  const attempt = { by: openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const student = ownStudent(caller)
  const { source, asked } = askable(await itemOf(student, code), student)
  await takeOwnTry(student, source, now)
  const nextAt = new Date(now.getTime() + RECHECK_MINUTES * MINUTE_MS).toISOString()
  try {
    const word = await askStudent(asked, student._id)
    return await changeOnce(attempt, async (transaction) => {
      const heard = await hearOne(transaction, student._id, { source, ...word })
      const { finding, student: after } = heard
      return { said: saidAfter(source, finding, after, word.asOf, clock.now()), nextAt }
    })
  } catch (error) {
    if (!(error instanceof SourceTrouble)) throw error
    log('info', { function: 'sync', source, trouble: error.message })
    return { said: unansweredBy(source), nextAt }
  }
}

async function itemOf(student: Student, code: string): Promise<Item> {
  const { items } = await publishedCohort(student.cohort)
  const item = items.find((each) => each.code === code)
  if (item) return item
  throw new ClearanceError({ code: 'NOT_FOUND', message: '没有这个环节，请返回后再打开。' })
}

function askable(
  item: Item,
  student: Student,
): { source: SourceCode; asked: Required<SourceSettings> } {
  const source = sourceBehind(item.rule, student.facts)
  const { url, secret } = (source && settings.get(source)) ?? {}
  if (source && url !== undefined && secret !== undefined) return { source, asked: { url, secret } }
  const message = `「${item.title}」的数据不能马上核对，有变化时会自己更新。`
  throw new ClearanceError({ code: 'CLOSED', message })
}

async function takeOwnTry({ _id }: Student, source: SourceCode, now: Date): Promise<void> {
  await takeTry([`recheck:${source}:${_id}`], now, {
    limit: 1,
    windowMs: RECHECK_MINUTES * MINUTE_MS,
    tooMany(minutes) {
      const nextAt = new Date(now.getTime() + minutes * MINUTE_MS).toISOString()
      return new ClearanceError({ code: 'RATE_LIMITED', message: tooSoon(source, nextAt) })
    },
  })
}
