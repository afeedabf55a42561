import { ClearanceError } from '../../domain/errors'
import type { StaffMember } from '../../domain/roles/people'
import { boundsOf, reachOf, type Part, type Reach } from '../../domain/statistics/reach'
import { oneOf, type Comparison } from '../shared/where'

/** What a tally or a student of a part must meet. */
export interface Bound {
  college?: Comparison
  className?: Comparison
}

/** Who may see a part, and what belongs to it. */
export interface Sight {
  reach: Reach
  part: Part
  /** One of them holds for whatever may be seen. */
  bounds: Bound[]
}

/**
 * What a staff member sees of a part in those of their roles that count.
 * @throws ClearanceError `NOT_FOUND` when it is nothing; whether there is such a part is not told
 */
export function sightOf(
  member: StaffMember,
  counts: Parameters<typeof reachOf>[1],
  { college, className }: Part,
  now: Date,
): Sight {
  const reach = reachOf(member, counts, now)
  const part = {
    ...(college !== undefined && { college }),
    ...(className !== undefined && { className }),
  }
  const bounds = boundsOf(reach, part).map((bound) => ({
    ...(bound.college && { college: oneOf(bound.college) }),
    ...(bound.className && { className: oneOf(bound.className) }),
  }))
  if (bounds.length > 0) return { reach, part, bounds }
  throw new ClearanceError({
    code: 'NOT_FOUND',
    message: '这一部分不归你的岗位看，需要的话请联系管理员开通。',
  })
}

/** What the part is called: 全校, a college, a class, or what the caller looks after. */
export function nameOf({ reach, part: { college, className } }: Sight): string {
  if (className !== undefined || college !== undefined) return className ?? college ?? ''
  if (reach === 'school') return '全校'
  const own = [...reach.colleges, ...reach.classes]
  return own.length === 1 ? (own[0] ?? '') : '我负责的'
}

/** Into what it falls apart: colleges where there are several whole ones, else classes. */
export function kindOfParts({ reach, part }: Sight, colleges: number): 'college' | 'class' {
  const whole = reach === 'school' || reach.classes.length === 0
  return whole && part.college === undefined && colleges > 1 ? 'college' : 'class'
}
