import type { StaffRole } from '../roles/people'

/** The roles that an item may be registered by: who may see by name who lacks something. */
export const REGISTRARS = [
  'counsellor',
  'secretary',
  'leagueSecretary',
  'finance',
  'librarian',
  'leagueCommittee',
  'archives',
  'studentAffairs',
  'partyOffice',
  'securityOffice',
] as const satisfies StaffRole[]
