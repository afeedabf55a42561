import { transactionEnded } from '../cloud-error'
import type { Database } from './database'
import { newId } from './document'
import { Transaction } from './transaction'

/** Milliseconds of real time after which CloudBase ends an open transaction. */
const LIFETIME = 30_000

/** The open transactions, by the id that the SDK sends with each request. */
export class Transactions {
  readonly #open = new Map<string, { transaction: Transaction; expiry: NodeJS.Timeout }>()
  /** Ended by an error of their own: the SDK still comes to abort them. */
  readonly #failed = new Set<string>()

  constructor(readonly database: Database) {}

  start(): string {
    const id = newId()
    const expiry = setTimeout(() => this.#end(id).abort(), LIFETIME)
    expiry.unref()
    this.#open.set(id, { transaction: new Transaction(this.database), expiry })
    return id
  }

  /** Runs an operation inside a transaction. As in MongoDB, an error of the operation ends it. */
  run<T>(id: string, operation: (transaction: Transaction) => T): T {
    try {
      return operation(this.#find(id).transaction)
    } catch (error) {
      if (this.#open.has(id)) {
        this.#end(id).abort()
        this.#failed.add(id)
      }
      throw error
    }
  }

  commit(id: string): void {
    this.#end(id).commit()
  }

  abort(id: string): void {
    if (!this.#failed.delete(id)) this.#end(id).abort()
  }

  /** Aborts all that are open. */
  close(): void {
    for (const id of [...this.#open.keys()]) this.abort(id)
  }

  #find(id: string) {
    const open = this.#open.get(id)
    if (!open) throw transactionEnded()
    return open
  }

  #end(id: string): Transaction {
    const { transaction, expiry } = this.#find(id)
    clearTimeout(expiry)
    this.#open.delete(id)
    return transaction
  }
}
