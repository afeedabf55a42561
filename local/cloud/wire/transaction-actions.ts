import type { Transactions } from '../documents/transactions'
import type { DatabaseAction } from './database-request'

/** Beginning and end of transactions; the id stands beside the reply's `data`, not in it. */
export const transactionActions = (transactions: Transactions): Record<string, DatabaseAction> => ({
  'database.startTransaction': () => ({ transactionId: transactions.start() }),

  'database.commitTransaction'({ transactionId = '' }) {
    transactions.commit(transactionId)
    return {}
  },

  'database.abortTransaction'({ transactionId = '' }) {
    transactions.abort(transactionId)
    return {}
  },
})
