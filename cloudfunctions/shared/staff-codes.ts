import { randomInt } from 'node:crypto'
import { hashProof } from './proof'
import type { Transaction } from './transaction'

/**
 * A new one-time code for a staff member to bind with; it replaces an older one.
 * @param lifeMs how long it holds from now on, in milliseconds
 */
export async function newStaffCode(
  transaction: Transaction,
  staffNo: string,
  now: Date,
  lifeMs: number,
): Promise<{ code: string; expiresAt: string }> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const expiresAt = new Date(now.getTime() + lifeMs).toISOString()
  await transaction.replace('codes', { _id: staffNo, ...(await hashProof(code)), expiresAt })
  return { code, expiresAt }
}
