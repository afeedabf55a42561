import { randomInt } from 'node:crypto'

/** Without I, L, O and U, which are misread or spell words (Crockford's base 32). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 80 bits. */
const LENGTH = 16

/** A verification code that nobody can guess. */
export function newCode(): string {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length))
  return Array.from({ length: LENGTH }, letter).join('')
}
