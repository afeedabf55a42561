import * as v from 'valibot'
import { hasValidCheckDigit, recogniseCard } from './bank-card'
import { form, mobile } from './fields'

/**
 * A debit card: 16 to 19 digits, typed with or without spaces. Empty only where a request already has
 * one that stays; whether it does, the table's guard knows.
 */
const cardNumber = v.pipe(
  v.string('请填写银行卡号'),
  v.transform((typed) => typed.replace(/[\s-]/g, '')),
  v.check((number) => number === '' || /^\d+$/.test(number), '银行卡号只有数字'),
  v.check(
    (number) => number === '' || /^.{16,19}$/.test(number),
    '借记卡的卡号是 16 到 19 位，请核对',
  ),
  v.check(
    (number) => recogniseCard(number)?.credit !== true,
    '这是信用卡。退款仅限借记卡，请换一张',
  ),
  v.check(
    (number) => number === '' || hasValidCheckDigit(number),
    '卡号不对，可能输错了一位，请对着卡再看一遍',
  ),
)

export const cardRefundForm = form({
  /** Separate consent to handle sensitive personal information (PIPL art. 29). */
  consent: v.literal(true, '要先同意收集银行卡号，才能申请退费'),
  holder: v.pipe(
    v.string('请填写开户名'),
    v.trim(),
    v.nonEmpty('请填写开户名'),
    v.maxLength(40, '开户名太长了'),
  ),
  bank: v.pipe(
    v.string('请填写开户银行'),
    v.trim(),
    v.nonEmpty('请填写开户银行'),
    v.maxLength(40, '银行名太长了'),
  ),
  cardNumber,
  phone: mobile,
})

/** What a request keeps: the number itself is a `Secret`. */
export interface CardRefundForm {
  holder: string
  bank: string
  lastFour: string
  phone: string
  /** Instant of the consent, ISO. */
  consentedAt: string
}

export interface CardRefundOutcome {
  payout?: { batch: string; amountFen: number }
}

/** A row of a payout batch, given by the batch. */
export const payoutForm = form({
  batch: v.pipe(v.string(), v.nonEmpty()),
  amountFen: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
