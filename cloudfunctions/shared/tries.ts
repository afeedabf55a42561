import { ClearanceError } from '../../domain/errors'
import { inTransaction } from './transaction'

/** How many tries are free within how long, and what is said to who has none left. */
interface Allowance {
  limit: number
  /** An hour, unless told otherwise. */
  windowMs?: number
  tooMany: (minutes: number) => ClearanceError
}

/** For who proves who they are. */
const PROVING: Allowance = { limit: 5, tooMany: tooManyProofs }
const HOUR_MS = 60 * 60 * 1000
const MINUTE_MS = 60 * 1000

/**
 * Takes one of the tries (five an hour, unless told otherwise) of everything that a try counts against,
 * such as the WeChat account and the number it names. This comes before anything is compared, so that
 * parallel guesses count too.
 * @throws ClearanceError `RATE_LIMITED` with the minutes to wait
 */
export async function takeTry(
  keys: readonly string[],
  now: Date,
  { limit, windowMs = HOUR_MS, tooMany }: Allowance = PROVING,
): Promise<void> {
  await inTransaction(async (transaction) => {
    for (const key of keys) {
      const kept = await transaction.get('attempts', key)
      const recent = (kept?.tries ?? []).filter((at) => now.getTime() - Date.parse(at) < windowMs)
      const oldest = recent.at(-limit)
      if (oldest) throw tooMany(minutesOf(Date.parse(oldest) + windowMs - now.getTime()))
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

function minutesOf(milliseconds: number): number {
  return Math.ceil(milliseconds / MINUTE_MS)
}

function tooManyProofs(minutes: number): ClearanceError {
  return new ClearanceError({
    code: 'RATE_LIMITED',
    message: `一小时内试错了 ${PROVING.limit} 次，请 ${minutes} 分钟后再试。`,
  })
}
