import { headOf, nextRecord } from '../../domain/audit/chain'
import type { AuditEntry } from '../../domain/audit/record'
import { clock } from './clock'
import { sha256 } from './sha256'
import { Conflict, DuplicateKey, type Transaction } from './transaction'

/**
 * Appends an entry to the audit trail of its person, in the transaction of the change: no change
 * without its record, no record without its change. Changes about one person come one after another;
 * those about others do not wait.
 */
export async function record(transaction: Transaction, entry: AuditEntry): Promise<void> {
  const head = await transaction.get('chains', entry.person)
  const next = nextRecord(head, entry, clock.now().toISOString(), sha256)
  try {
    await transaction.insert('audit', next)
    if (head) await transaction.replace('chains', headOf(next))
    else await transaction.insert('chains', headOf(next))
  } catch (error) {
    // Somebody else has just taken this place in the chain.
    throw error instanceof DuplicateKey ? new Conflict() : error
  }
}
