import type { StaffMember } from '../roles/people'
import { isCurrent } from '../roles/scope'
import { SOURCE_CARDS, SOURCE_CODES, type SourceCode } from './source'

/** The sources that a staff member answers for: their department's, or all for the administrator. */
export function sourcesOf({ grants }: StaffMember, now: Date): SourceCode[] {
  const current = grants.filter((grant) => isCurrent(grant, now))
  const roles = new Set(current.map(({ role }) => role))
  if (roles.has('administrator')) return [...SOURCE_CODES]
  return SOURCE_CODES.filter((code) => roles.has(SOURCE_CARDS[code].keeper))
}
