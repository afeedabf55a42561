import type { Item } from '../cohort/schema'
import { matterOf } from '../procedures/matter'
import { readersOf } from '../procedures/situation'
import { SCOPE_OF_ROLE, type StaffMember, type StaffRole } from '../roles/people'
import { isCurrent } from '../roles/scope'

/** A part of the school that somebody looks at: all that they may see, a college, or a class. */
export interface Part {
  college?: string
  className?: string
}

/** Whose students somebody may see: everybody, or those of some classes and some whole colleges. */
export type Reach = 'school' | { classes: string[]; colleges: string[] }

/** Who looks after students as a whole, and may see who lacks what of any item. */
const OVER_ALL_ITEMS: readonly StaffRole[] = ['counsellor', 'secretary', 'studentAffairs']

/** Whether a role may see by name who lacks an item: an office sees its own items, and no others. */
export function maySeeWho(role: StaffRole, item: Item): boolean {
  if (OVER_ALL_ITEMS.includes(role)) return true
  const matter = matterOf(item)
  return matter !== null && readersOf(matter).includes(role)
}

/** How far a staff member reaches in those of their roles that count. */
export function reachOf(
  { grants }: Pick<StaffMember, 'grants'>,
  counts: (role: StaffRole) => boolean,
  now: Date,
): Reach {
  const current = grants.filter(
    ({ role, scope, ...grant }) =>
      counts(role) &&
      scope.kind === SCOPE_OF_ROLE[role] &&
      isCurrent({ role, scope, ...grant }, now),
  )
  if (current.some(({ scope }) => scope.kind === 'school')) return 'school'
  const valuesOf = (kind: string): string[] => [
    ...new Set(current.flatMap(({ scope }) => (scope.kind === kind ? scope.values : []))),
  ]
  return { classes: valuesOf('class'), colleges: valuesOf('college') }
}

/**
 * What students and tallies of a part must meet, any one of these; nothing when the part is out of
 * reach.
 */
export function boundsOf(
  reach: Reach,
  { college, className }: Part,
): { college?: string[]; className?: string[] }[] {
  const wanted = {
    ...(college !== undefined && { college: [college] }),
    ...(className !== undefined && { className: [className] }),
  }
  if (reach === 'school') return [wanted]
  const classes = amongst(reach.classes, className)
  const colleges = amongst(reach.colleges, college)
  return [
    ...(classes.length > 0 ? [{ ...wanted, className: classes }] : []),
    ...(colleges.length > 0 ? [{ ...wanted, college: colleges }] : []),
  ]
}

function amongst(reached: readonly string[], wanted: string | undefined): string[] {
  return reached.filter((each) => wanted === undefined || each === wanted)
}
