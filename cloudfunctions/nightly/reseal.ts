import { contextOf, current, reseal } from '../shared/secrets'
import { inTransaction } from '../shared/transaction'
import { otherThan } from '../shared/where'
import { forEach } from './each'

/** Puts secrets under the current key, so that an old one can be taken away. Answers how many. */
export async function resealOld(deadline: Date): Promise<number> {
  const where = { 'sealed.keyId': otherThan(current) }
  return forEach({ job: 'reseal', collection: 'secrets', where, deadline }, ({ _id }) =>
    inTransaction(async (transaction) => {
      const secret = await transaction.get('secrets', _id)
      if (!secret || secret.sealed.keyId === current) return false
      const sealed = reseal(secret.sealed, contextOf(secret))
      await transaction.update('secrets', _id, { sealed })
      return true
    }),
  )
}
