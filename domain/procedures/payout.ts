/** A payout batch (退款批次): what finance has handed to the bank in one sheet. No account numbers. */
export interface PayoutBatch {
  /** `PF220705-3N8Q2M` */
  _id: string
  /** Instant, ISO. */
  at: string
  /** `staff:20081005` */
  by: string
  byName: string
  reason: string
  /** Integer fen; equal to the sum of the rows. */
  totalFen: number
  rows: PayoutRow[]
  /** The sheet in the cloud storage while its link lives, to be removed after it. */
  file?: { id: string; expiresAt: string }
}

export interface PayoutRow {
  /** The request. */
  id: string
  studentNo: string
  name: string
  bank: string
  lastFour: string
  /** Integer fen. */
  amountFen: number
  result: 'open' | 'paid' | 'failed'
  /** Why the bank did not pay; may be empty. */
  note: string
}
