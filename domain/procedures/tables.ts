import { archive } from './archive'
import { bookLoss } from './book-loss'
import { cardRefund } from './card-refund'
import { dormCheckout } from './dorm-checkout'
import { feeQuestion } from './fee-question'
import { hukou } from './hukou'
import { league } from './league'
import type { Matter } from './matter'
import { party } from './party'
import type { Procedure } from './procedure'
import { registerBy } from './register'
import { REGISTRARS } from './registrars'
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
  register: registerBy(REGISTRARS),
}

/**
 * The table of a procedure, for whoever treats all requests alike.
 * @param matter a request or what it is about: the table of 部门登记 is then that of its one office
 */
export function tableOf(matter: ProcedureCode | Matter): Procedure {
  if (typeof matter === 'string') return TABLES[matter]
  return matter.item ? registerBy([matter.item.registrar]) : TABLES[matter.procedure]
}

/** What a request is called: 退宿, and of 部门登记 the item. */
export function titleOf(matter: Matter): string {
  return matter.item?.title ?? tableOf(matter.procedure).title
}

/** The page where a student sees it: its own, and of 部门登记 the item's. */
export function pageOf(matter: Matter): string {
  return matter.item ? `/pages/item/item?code=${matter.item.code}` : tableOf(matter.procedure).page
}
