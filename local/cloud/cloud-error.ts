/**
 * An error as CloudBase words it: `code` and `message` travel in the reply's body (HTTP 200), and the
 * SDKs map the code to WeChat's numbers (-502001, -504002, …). Codes and texts: `docs/cloudbase-protocol.md`.
 */
export class CloudError extends Error {
  override readonly name = 'CloudError'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const contactUs = 'Please check your request, but if the problem cannot be solved, contact us.'

/** The collection was never created (SDK: -502005). */
export const unknownCollection = (name: string) =>
  new CloudError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. ${contactUs}`,
  )

export const collectionExists = (name: string) =>
  new CloudError('DATABASE_COLLECTION_ALREADY_EXIST', `[FailedOperation] Table exist: ${name}.`)

/** A write that MongoDB refuses (SDK: -502001). */
export const writeFailed = (reason: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`,
  )

/** A read, or a request, that MongoDB refuses (SDK: -502001). */
export const requestFailed = (reason: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`)

/** Two unfinished changes of one document; the SDKs retry or report it (-501001). */
export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

/** The transaction was committed, aborted, or left open for over 30 seconds. */
export const transactionEnded = () =>
  new CloudError(
    'DATABASE_TRANSACTION_NOT_EXIST',
    '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  )

/** What the real cloud may know and this one does not: named, never silently ignored. */
export const unsupported = (what: string) =>
  new CloudError('LOCAL_CLOUD_UNSUPPORTED', `The local cloud does not support ${what}.`)
