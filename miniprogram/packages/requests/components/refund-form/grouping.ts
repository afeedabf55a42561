import { groupDigits } from '../../../../../domain/procedures/forms/bank-card'

const SEPARATOR = /[\s-]/g

/** What was typed of a card number, without the gaps. */
export function ungrouped(typed: string): string {
  return typed.replace(SEPARATOR, '')
}

/**
 * A card number in groups of four while it is typed. The caret stays behind the digit that it was
 * behind, wherever somebody types, deletes or pastes.
 * @param cursor as WeChat tells it; -1 when it does not know, then it goes to the end
 */
export function groupWhileTyping(typed: string, cursor: number): { value: string; cursor: number } {
  const value = groupDigits(ungrouped(typed))
  const before = cursor < 0 ? ungrouped(typed).length : ungrouped(typed.slice(0, cursor)).length
  // A digit that begins a group stands behind the gap, and so does the caret behind it.
  return { value, cursor: before + Math.floor(Math.max(before - 1, 0) / GROUP) }
}

const GROUP = 4
