import bins from './card-bins.json'

/** What the first digits of a card say, where they are known. */
export interface CardKind {
  bank: string
  credit: boolean
}

const BIN_LENGTH = 6

/**
 * Which bank a card is of, and whether it is a credit card, by its first six digits (BIN). The list is
 * of what the big banks issue; a card that is not on it is not refused, only not recognised.
 * @param number digits only; may still be incomplete
 * @returns null when its first six digits are not known
 */
export function recogniseCard(number: string): CardKind | null {
  const bin = number.slice(0, BIN_LENGTH)
  if (bin.length < BIN_LENGTH) return null
  const creditBank = bankIn(bins.credit, bin)
  if (creditBank) return { bank: creditBank, credit: true }
  const bank = bankIn(bins.debit, bin)
  return bank ? { bank, credit: false } : null
}

function bankIn(lists: Record<string, string>, bin: string): string | undefined {
  return Object.keys(lists).find((bank) => lists[bank]?.split(' ').includes(bin))
}

/**
 * Whether the last digit of a card number fits the others (ISO/IEC 7812-1, annex B): from the right,
 * every second digit counts twice, and the sum of all digits ends in 0.
 * @param number digits only
 */
export function hasValidCheckDigit(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 1 : 2)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

/** `6228480402564890018` → `6228 4804 0256 4890 018`, as it is printed on the card. */
export function groupDigits(number: string): string {
  return number.replace(/\d{4}(?=\d)/g, '$& ')
}
