import type { ProcedureCode } from './request'

/** Every procedure by its name in the code; the tables are in `tables.ts`. */
export const PROCEDURE_CODES = [
  'dormCheckout',
  'cardRefund',
  'feeQuestion',
  'bookLoss',
  'league',
  'party',
  'archive',
  'hukou',
  'verification',
] as const satisfies ProcedureCode[]
