import type { RefundTyped } from './typed'

/** One answer of the form, to be looked at once more. */
export interface FieldView {
  label: string
  value: string
  /** Large, to be compared with the card digit by digit. */
  large: boolean
}

export function toFields(
  { holder, bank, cardNumber, phone }: RefundTyped,
  lastFour: string,
): FieldView[] {
  const number = cardNumber || `不改，仍用尾号 ${lastFour} 的卡`
  return [
    { label: '银行卡号', value: number, large: cardNumber !== '' },
    { label: '开户名', value: holder.trim(), large: false },
    { label: '开户银行', value: bank.trim(), large: false },
    { label: '手机号', value: phone.trim(), large: false },
  ]
}
