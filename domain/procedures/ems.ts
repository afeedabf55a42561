const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/**
 * Whether a text is an EMS tracking number: two letters, eight digits, a check digit and `CN` as the
 * Universal Postal Union's S10 has it, or the 13 digits of domestic mail.
 */
export function isEmsNumber(text: string): boolean {
  if (/^\d{13}$/.test(text)) return true
  const [, serial, check] = /^[A-Z]{2}(\d{8})(\d)CN$/.exec(text) ?? []
  return serial !== undefined && Number(check) === s10CheckDigit(serial)
}

/** @param serial eight digits */
function s10CheckDigit(serial: string): number {
  const sum = Array.from(serial).reduce(
    (total, digit, at) => total + Number(digit) * (S10_WEIGHTS[at] ?? 0),
    0,
  )
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}
