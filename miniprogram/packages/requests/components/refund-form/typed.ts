import type { ProcedureAnswer } from '../../../../../domain/procedures/answers'
import { recogniseCard } from '../../../../../domain/procedures/forms/bank-card'
import {
  cardRefundForm,
  type CardRefundForm,
} from '../../../../../domain/procedures/forms/card-refund'
import { wrongIn, type Texts, type Values } from '../../../../services/submission'
import { ungrouped } from './grouping'

/** What the phone may keep of the form: everything but the card number. */
export interface RefundDraft {
  holder: string
  bank: string
  phone: string
}

export interface RefundTyped extends RefundDraft {
  /** In groups of four. */
  cardNumber: string
}

export const NOTHING_TYPED: RefundTyped = { holder: '', bank: '', phone: '', cardNumber: '' }

/** What the form opens with. */
export function startingFrom(answer: ProcedureAnswer, draft: RefundDraft | null): RefundTyped {
  const typed = draft ?? (answer.typed as CardRefundForm | null)
  const { holder = answer.student.name, bank = '', phone = '' } = typed ?? {}
  return { holder, bank, phone, cardNumber: '' }
}

/** The last four digits of the card that the request has already; empty when it has none. */
export function lastFourOf({ typed }: ProcedureAnswer): string {
  return (typed as CardRefundForm | null)?.lastFour ?? ''
}

/** What is handed in; the consent was given on the page before. */
export function inputOf(typed: RefundTyped): Values {
  return { ...typed, cardNumber: ungrouped(typed.cardNumber), consent: true }
}

/** What is wrong, by field: what the schema knows, and what only this student's request knows. */
export function wrongWith(typed: RefundTyped, answer: ProcedureAnswer): Texts {
  const others = typed.holder.trim() !== answer.student.name
  const none = !typed.cardNumber && !lastFourOf(answer)
  return {
    ...(others && { holder: '只能退到本人名下的卡，开户名要和姓名一致' }),
    ...(none && { cardNumber: '请填写银行卡号' }),
    ...wrongIn(cardRefundForm, inputOf(typed)),
  }
}

/** The sentence against a credit card, as soon as its first digits tell; empty for all others. */
export function refusalOf(cardNumber: string): string {
  const digits = ungrouped(cardNumber)
  if (recogniseCard(digits)?.credit !== true) return ''
  // Made as long as a card is, so that the schema speaks of the kind and not of the length.
  const whole = digits.padEnd(SHORTEST, '0')
  return wrongIn(cardRefundForm, { ...NOTHING_TYPED, cardNumber: whole }).cardNumber ?? ''
}

const SHORTEST = 16

/**
 * The bank that goes with a card number: the card's own when that is known and the person has not
 * written another.
 * @param recognised the bank that was filled in for them last
 */
export function bankFor(typed: RefundTyped, recognised: string): string {
  const known = recogniseCard(ungrouped(typed.cardNumber))
  const free = typed.bank === '' || typed.bank === recognised
  return known && !known.credit && free ? known.bank : typed.bank
}
