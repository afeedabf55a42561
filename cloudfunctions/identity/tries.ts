import { ClearanceError } from '../../domain/errors'
import { inTransaction } from '../shared/transaction'

const LIMIT = 5
const WINDOW_MS = 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/**
 * Takes one of the five tries an hour of everything that a try counts against (the WeChat account and
 * the number it names), before anything is compared, so that parallel guesses count too.
 * @throws ClearanceError `RATE_LIMITED` with the minutes to wait
 */
export async function takeTry(keys: readonly string[], now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    for (const key of keys) {
      const kept = await transaction.get('attempts', key)
      const recent = (kept?.tries ?? []).filter((at) => now.getTime() - Date.parse(at) < WINDOW_MS)
      const oldest = recent.at(-LIMIT)
      if (oldest) throw tooMany(Date.parse(oldest) + WINDOW_MS - now.getTime())
      const tries = [...recent, now.toISOString()]
      await transaction.replace('attempts', { _id: key, tries })
    }
  })
}

/** Gives the tries back after the right answer. */
export async function forgetTries(keys: readonly string[]): Promise<void> {
  await inTransaction(async (transaction) => {
    for (const key of keys) await transaction.remove('attempts', key)
  })
}

function tooMany(waitMs: number): ClearanceError {
  const minutes = Math.ceil(waitMs / MINUTE_MS)
  return new ClearanceError({
    code: 'RATE_LIMITED',
    message: `一小时内试错了 ${LIMIT} 次，请 ${minutes} 分钟后再试。`,
  })
}
