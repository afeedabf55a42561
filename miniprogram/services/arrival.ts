import { ClearanceError } from '../../domain/errors'
import { forgetPerson, keepHome, keptHome } from './recall'

/** The pages that people land on. */
export const SHEET = '/pages/sheet/sheet'
export const BINDING = '/pages/binding/binding'
export const DESK = '/packages/staff/pages/desk/desk'

/** Where a person works: a student on the sheet, a staff member at the desk. */
export function homeOf(kind: 'student' | 'staff'): string {
  return kind === 'student' ? SHEET : DESK
}

/**
 * Takes somebody who is not where they belong there: an unknown account to the binding page, and one
 * of the other kind to their own page, also when only the phone can tell. Answers whether it did.
 * @param forbidden where those belong who may not see this page
 */
export function sendWhereOneBelongs(error: unknown, forbidden?: string): boolean {
  if (!(error instanceof ClearanceError)) return false
  const url = whereFor(error, forbidden)
  if (url === undefined) return false
  // Unbound by somebody else, too: a lost phone keeps nothing of the one it belonged to.
  if (error.code === 'UNBOUND') forgetPerson()
  else keepHome(url)
  void wx.redirectTo({ url })
  return true
}

function whereFor({ code }: ClearanceError, forbidden?: string): string | undefined {
  if (code === 'UNBOUND') return BINDING
  if (code === 'FORBIDDEN') return forbidden
  // Without a network a dorm manager still has to get to the inspection that the phone keeps.
  return code === 'UNAVAILABLE' && forbidden === keptHome() ? forbidden : undefined
}
