import { archive } from './archive'
import { bookLoss } from './book-loss'
import { cardRefund } from './card-refund'
import { dormCheckout } from './dorm-checkout'
import { feeQuestion } from './fee-question'
import { hukou } from './hukou'
import { league } from './league'
import { party } from './party'
import type { Procedure } from './procedure'
import type { ProcedureCode } from './request'
import { verification } from './verification'

/** Every procedure; adding one is its table, its line here, and its page. */
const TABLES: { [Code in ProcedureCode]: Procedure<Code> } = {
  dormCheckout,
  cardRefund,
  feeQuestion,
  bookLoss,
  league,
  party,
  archive,
  hukou,
  verification,
}

/** The table of a procedure, for whoever treats all requests alike. */
export function tableOf(code: ProcedureCode): Procedure {
  return TABLES[code]
}
