import { randomInt } from 'node:crypto'
import { dayOf } from '../../domain/calendar'
import { clock } from './clock'

/** Letters and digits that nobody mistakes for one another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `TS220610-7K3M9Q`: the day, and 30 bits that make it one of its kind. */
export function newNumber(prefix: string): string {
  const letters = Array.from({ length: 6 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(
    '',
  )
  return `${prefix}${dayOf(clock.now()).slice(2).replace(/-/g, '')}-${letters}`
}
