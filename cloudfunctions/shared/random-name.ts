import { randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const NAME_LENGTH = 24

/** A name for a file that nobody can guess. */
export function randomName(): string {
  const letter = (): string => LETTERS.charAt(randomInt(LETTERS.length))
  return Array.from({ length: NAME_LENGTH }, letter).join('')
}
