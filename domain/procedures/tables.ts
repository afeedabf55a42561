import { cardRefund } from './card-refund'
import { dormCheckout } from './dorm-checkout'
import type { Procedure } from './procedure'
import type { ProcedureCode } from './request'

/** Every procedure; adding one is its table, its line here, and its page. */
const TABLES: { [Code in ProcedureCode]: Procedure<Code> } = { dormCheckout, cardRefund }

/** The table of a procedure, for whoever treats all requests alike. */
export function tableOf(code: ProcedureCode): Procedure {
  return TABLES[code]
}
