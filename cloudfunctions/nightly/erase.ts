import { dayOf } from '../../domain/calendar'
import { record } from '../shared/audit'
import type { IdentityProof, Secret } from '../shared/documents'
import { inTransaction } from '../shared/transaction'
import { upTo } from '../shared/where'
import { forEach } from './each'

/**
 * Erases sensitive personal information whose day has come (PIPL art. 19, 47), and says so in the
 * audit trail of its person in the same transaction. Answers how many.
 */
export async function eraseDue(now: Date, deadline: Date): Promise<number> {
  const today = dayOf(now)
  const job = { job: 'erase', where: { eraseOn: upTo(today) }, deadline }
  const secrets = await forEach({ ...job, collection: 'secrets' }, ({ _id }) =>
    eraseOne('secrets', _id, today),
  )
  const proofs = await forEach({ ...job, collection: 'proofs' }, ({ _id }) =>
    eraseOne('proofs', _id, today),
  )
  return secrets + proofs
}

/** Looks again inside the transaction: its day may have been moved, or another run has been here. */
async function eraseOne(
  collection: 'secrets' | 'proofs',
  id: string,
  today: string,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const document = await transaction.get(collection, id)
    if (!document || document.eraseOn > today) return false
    const { person, what } = subjectOf(document)
    await transaction.remove(collection, id)
    await record(transaction, {
      person,
      by: 'system',
      role: 'system',
      action: 'nightly.erase',
      why: `保存期限到了（${document.eraseOn}）`,
      before: { [what]: '加密保存' },
      after: { [what]: '已删除' },
    })
    return true
  })
}

function subjectOf(document: Secret | IdentityProof): { person: string; what: string } {
  return 'person' in document
    ? { person: document.person, what: document.kind }
    : { person: document._id, what: '身份证后六位的哈希' }
}
