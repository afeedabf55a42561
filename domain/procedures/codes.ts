/** Every procedure of which a student has one request; the tables are in `tables.ts`. */
export const FILED_CODES = [
  'dormCheckout',
  'cardRefund',
  'feeQuestion',
  'bookLoss',
  'league',
  'party',
  'archive',
  'hukou',
  'verification',
] as const

/** Every procedure by its name in the code; of 部门登记 a student has one request for each item. */
export const PROCEDURE_CODES = [...FILED_CODES, 'register'] as const
