import type { ActionName } from '../../../../domain/api'
import type { DeskAnswer, GrantView } from '../../../../domain/identity/answers'
import { PERMISSIONS } from '../../../../domain/roles/permissions'
import { call } from '../../../services/call'

let known: DeskAnswer | null = null

/** Who one is here, asked anew; rights that were granted or withdrawn show at once. */
export async function askMyDesk(): Promise<DeskAnswer> {
  known = await call('desk.home', {})
  return known
}

/**
 * Whether one of my rights allows an action, asked once for as long as the app is open. The function
 * decides again; this only keeps buttons away that it would refuse.
 */
export async function mayI(action: ActionName): Promise<boolean> {
  try {
    const { grants } = known ?? (await askMyDesk())
    return allows(grants, action)
  } catch {
    return false
  }
}

/** Whether rights allow an action. */
export function allows(grants: readonly GrantView[], action: ActionName): boolean {
  const { by } = PERMISSIONS[action]
  return by === 'everybody' || grants.some(({ role }) => by.includes(role))
}
