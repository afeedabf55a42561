import type { Input, Output } from '../../domain/api'
import type { Cohort, Item } from '../../domain/cohort/schema'
import { PERMISSIONS } from '../../domain/roles/permissions'
import type { StaffMember } from '../../domain/roles/people'
import { lineOf, type DayPoint } from '../../domain/statistics/days'
import { boundsOf, maySeeWho, reachOf } from '../../domain/statistics/reach'
import { countsOf, sumOf, sumsBy, type Sum } from '../../domain/statistics/sums'
import type { Tally } from '../../domain/statistics/tally'
import { memberOf } from '../shared/caller'
import { publishedCohort } from '../shared/cohorts'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { kindOfParts, nameOf, sightOf, type Sight } from './part'
import { talliesIn } from './tallies'

const DAYS = 30

type Answer = Output<'statistics.overview'>

/** How far everybody is whom the caller may see, or a part of them. */
export async function overview(
  { cohort: wanted, ...part }: Input<'statistics.overview'>,
  { caller, now }: Call,
): Promise<Answer> {
  const member = memberOf(caller)
  const { by } = PERMISSIONS['statistics.overview']
  const sight = sightOf(member, (role) => by.includes(role), part, now)
  const tallies = await talliesIn(sight.bounds, wanted)
  const [first] = tallies
  const cohort = first ? await publishedCohort(first.cohort) : null
  const sum = sumOf(tallies)
  const items = cohort ? itemsOf(cohort, sum, listedBy(member, sight, now)) : []
  return {
    cohort: cohort && { id: cohort._id, name: cohort.name },
    name: nameOf(sight),
    students: sum.students,
    mayLeave: sum.mayLeave,
    items,
    parts: partsOf(sight, tallies),
    line: await lineFor(sight, cohort),
    exports: items.some(({ listed }) => listed),
    now: now.toISOString(),
  }
}

function itemsOf({ items }: Cohort, sum: Sum, listed: (item: Item) => boolean): Answer['items'] {
  return items.map((item) => {
    const { code, title, required, step } = item
    return { code, title, required, step, ...countsOf(sum, code), listed: listed(item) }
  })
}

/** Of which items the caller may see by name who lacks them. */
function listedBy(member: StaffMember, { part }: Sight, now: Date) {
  const { by } = PERMISSIONS['statistics.lacking']
  return (item: Item): boolean => {
    const reach = reachOf(member, (role) => by.includes(role) && maySeeWho(role, item), now)
    return boundsOf(reach, part).length > 0
  }
}

function partsOf(sight: Sight, tallies: readonly Tally[]): Answer['parts'] {
  const kind = kindOfParts(sight, new Set(tallies.map(({ college }) => college)).size)
  const sums = sumsBy(tallies, kind === 'college' ? 'college' : 'className')
  const rows = sums.map(({ name, sum: { students, mayLeave } }) => ({ name, students, mayLeave }))
  return { kind, rows: rows.length > 1 ? rows : [] }
}

/** Days are kept by college, so there is no line of a class. */
async function lineFor({ reach, part }: Sight, cohort: Cohort | null): Promise<DayPoint[] | null> {
  const whole = reach === 'school' || reach.classes.length === 0
  if (!cohort || !whole || part.className !== undefined) return null
  const days = await store.find('days', {
    where: { cohort: cohort._id },
    orderBy: [['day', 'desc']],
    limit: DAYS,
  })
  if (part.college !== undefined) return lineOf(days, [part.college])
  return lineOf(days, reach === 'school' ? undefined : reach.colleges)
}
