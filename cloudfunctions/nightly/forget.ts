import { store } from '../shared/store'
import { inTransaction } from '../shared/transaction'
import { upTo } from '../shared/where'
import { forEach } from './each'

const DAY_MS = 24 * 60 * 60 * 1000
/** No phone repeats a request after a week. */
const ANSWERS_KEPT_MS = 7 * DAY_MS
/** A dispute about who left when comes within the summer; the audit trail keeps what a scan said. */
const SCANS_KEPT_MS = 90 * DAY_MS
/** What came from where is asked in the weeks in which it matters. */
const RUNS_KEPT_MS = 30 * DAY_MS

/**
 * Forgets what has served its purpose: kept answers, expired one-time codes, and tries that no longer
 * count. They are nobody's record, so this is not audited. Answers how many tries' documents went.
 */
export async function forgetStale(now: Date, deadline: Date): Promise<number> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
  await store.removeWhere('answers', { at: upTo(ago(ANSWERS_KEPT_MS)) })
  await store.removeWhere('codes', { expiresAt: upTo(ago(DAY_MS)) })
  // A student's copy stays; a role's has served its purpose.
  await store.removeWhere('outbox', { person: '', at: upTo(ago(ANSWERS_KEPT_MS)) })
  await store.removeWhere('signatures', { at: upTo(ago(DAY_MS)) })
  await store.removeWhere('runs', { at: upTo(ago(RUNS_KEPT_MS)) })
  await store.removeWhere('rejects', { at: upTo(ago(RUNS_KEPT_MS)) })
  await store.removeWhere('scans', { at: upTo(ago(SCANS_KEPT_MS)) })
  const yesterday = ago(DAY_MS)
  const isStale = (tries: readonly string[]) => tries.every((at) => at <= yesterday)
  const job = { job: 'forget', collection: 'attempts' as const, where: {}, deadline }
  return forEach(job, async ({ _id, tries }) => {
    if (!isStale(tries)) return false
    return inTransaction(async (transaction) => {
      const attempts = await transaction.get('attempts', _id)
      if (!attempts || !isStale(attempts.tries)) return false
      await transaction.remove('attempts', _id)
      return true
    })
  })
}
