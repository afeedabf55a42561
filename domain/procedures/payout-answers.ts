import type { PayoutResult } from './payout'

/** One payout batch (退款批次) as a list shows it. */
export interface BatchRow {
  /** `PF220705-3N8Q2M` */
  batch: string
  /** Instant, ISO. */
  at: string
  by: string
  count: number
  totalFen: number
  /** How many of it the bank has paid, has failed to pay, or has not answered about. */
  paid: number
  failed: number
  open: number
  /** Why it was cancelled; empty when it was not. */
  cancelled: string
}

export interface PayoutsAnswer {
  /** Requests that can be paid by the report, and what they come to. */
  ready: { count: number; totalFen: number }
  /** Requests whose student is not in the report yet, which therefore cannot be paid. */
  unreported: number
  /** Requests whose student has nothing left by the report, so that there is nothing to pay. */
  zero: number
  /** 2022-07-04: nothing is paid before this day's report. */
  reportOn: string
  /** How many fit into one batch. */
  most: number
  batches: BatchRow[]
  now: string
}

export interface ExportAnswer {
  batch: string
  /** How many are in it, those left out that were withdrawn meanwhile. */
  count: number
  totalFen: number
  /** How many can be paid and were left for another batch. */
  left: number
}

export interface LinkAnswer {
  url: string
  /** Instant, ISO. */
  expiresAt: string
}

export interface BatchAnswer extends BatchRow {
  reason: string
  rows: {
    id: string
    name: string
    studentNo: string
    bank: string
    lastFour: string
    amountFen: number
    result: PayoutResult
    note: string
  }[]
  now: string
}

export interface ImportAnswer {
  paid: number
  failed: number
  /** Rows that changed nothing, each with its line in the sheet, counted from 1, and why. */
  rejected: { row: number; reason: string }[]
}
