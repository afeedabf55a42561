import { ClearanceError } from '../../domain/errors'
import { store, type Documents, type OpenTransaction } from './store'

/**
 * What work in a transaction may do. Only documents by their id take part in a transaction of
 * CloudBase. A read takes no lock: what is decided from a document holds at the commit only if the
 * same transaction writes it too.
 */
export interface Transaction {
  get<Name extends keyof Documents>(collection: Name, id: string): Promise<Documents[Name] | null>
  /** @throws DuplicateKey when its id or another unique key is taken; the transaction is over then */
  insert<Name extends keyof Documents>(collection: Name, document: Documents[Name]): Promise<void>
  /** Puts a whole document in place, new or not. @throws DuplicateKey as `insert` does */
  replace<Name extends keyof Documents>(collection: Name, document: Documents[Name]): Promise<void>
  /** Gives fields new values, whole, and takes others away; nothing happens to an absent document. */
  update<Name extends keyof Documents>(
    collection: Name,
    id: string,
    fields: Partial<Documents[Name]>,
    removed?: (keyof Documents[Name] & string)[],
  ): Promise<void>
  /** Removes a document; nothing happens to an absent one. */
  remove(collection: keyof Documents, id: string): Promise<void>
}

/** A unique key is taken. The database's own message quotes the key, so it is left behind. */
export class DuplicateKey extends Error {
  constructor(collection: string) {
    super(`duplicate key in ${collection}`)
    this.name = 'DuplicateKey'
  }
}

/** Somebody else was faster: the work is to be done again on what is there now. */
export class Conflict extends Error {
  constructor() {
    super('transaction conflict')
    this.name = 'Conflict'
  }
}

/** Measured: 30 callers about one person need up to 14, 50 up to 20; together some 7 s of pauses. */
const ATTEMPTS = 22
/** The pause before the second attempt is at most this long; each later one may be half as long again. */
const FIRST_PAUSE_MS = 20
const LONGEST_PAUSE_MS = 1000

/**
 * Runs work in one database transaction; repeats it (bounded, with small random pauses) on a conflict,
 * wherever the conflict surfaces: the SDK does so only for one that surfaces at the commit. The work
 * may run many times and must change nothing but through its transaction.
 * @param begin how one is opened, for programs outside the functions that reach the database otherwise
 * @throws ClearanceError `UNAVAILABLE` when it still loses, also against a function that died and whose
 *   transaction the database has not given up yet: the same attempt may be made again
 */
export async function inTransaction<T>(
  work: (transaction: Transaction) => Promise<T>,
  begin: () => Promise<OpenTransaction> = store.startTransaction,
): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const outcome = await attemptOnce(work, begin)
    if (outcome) return outcome.value
    await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** attempt, LONGEST_PAUSE_MS))
  }
  throw new ClearanceError({
    code: 'UNAVAILABLE',
    message: '同一时间有别的操作在改同一份资料，这次没有改成。请过几秒再试。',
  })
}

/** Answers null when the attempt lost against another transaction. */
async function attemptOnce<T>(
  work: (transaction: Transaction) => Promise<T>,
  begin: () => Promise<OpenTransaction>,
): Promise<{ value: T } | null> {
  const open = await begin()
  const { transaction, lost } = watch(open)
  try {
    const value = await work(transaction)
    if (lost()) throw new Conflict()
    await open.commit()
    return { value }
  } catch (error) {
    await open.rollback().catch(() => undefined)
    if (lost() || error instanceof Conflict || isConflict(error)) return null
    throw error
  }
}

/** The operations with our own errors, and whether one of them met a conflict, even one not thrown on. */
function watch(open: OpenTransaction): { transaction: Transaction; lost: () => boolean } {
  let lost = false
  const watched = async <T>(collection: string, operation: Promise<T>): Promise<T> => {
    try {
      return await operation
    } catch (error) {
      if (isConflict(error)) {
        lost = true
        throw new Conflict()
      }
      throw isDuplicate(error) ? new DuplicateKey(collection) : error
    }
  }
  const transaction: Transaction = {
    get: (collection, id) => watched(collection, open.get(collection, id)),
    insert: (collection, document) => watched(collection, open.insert(collection, document)),
    replace: (collection, document) => watched(collection, open.replace(collection, document)),
    update: (collection, ...rest) => watched(collection, open.update(collection, ...rest)),
    remove: (collection, id) => watched(collection, open.remove(collection, id)),
  }
  return { transaction, lost: () => lost }
}

/** wx-server-sdk loses the code of a conflict at an operation; its text stays. */
function isConflict(error: unknown): boolean {
  return /TransactionConflict|DATABASE_TRANSACTION_CONFLICT|WriteConflict/.test(textOf(error))
}

function isDuplicate(error: unknown): boolean {
  return /E11000|duplicate key/.test(textOf(error))
}

function textOf(error: unknown): string {
  const { code, errMsg, message } = Object(error) as Record<'code' | 'errMsg' | 'message', unknown>
  return [code, errMsg, message].join(' ')
}

function pause(longestMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * longestMs))
}
