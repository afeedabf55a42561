import { addYears, formatDay, formatFullDay } from '../../../../domain/calendar'
import type { Draft } from '../../../../domain/cohort/draft'
import { daysIn, type Leaf } from '../../../../domain/cohort/leaves'
import { day } from '../../../../domain/procedures/fields'
import { placeOf } from './places'
import { textIn, type PartForm } from './part-form'

/**
 * All days of a cohort on one page. Places that had the same day last year have the same this year, so
 * each day is asked for once; an item's own page can set it apart.
 */
export function daysForm({
  cohort,
  from,
  unseen,
}: Pick<Draft, 'cohort' | 'from' | 'unseen'>): PartForm {
  const groups = groupsOf(daysIn(cohort))
  const undated = cohort.items.filter(({ window }) => window && 'undated' in window)
  const calledAs = (value: string) =>
    unseen.days
      ? `${from} 届是 ${formatDay(addYears(value, Number(from) - Number(cohort._id)))}`
      : formatFullDay(value)
  const waiting = undated.map(({ title }) => title).join('、')
  return {
    headline: unseen.days ? '日期改成今年的' : '全部日期',
    lead: [
      unseen.days
        ? `现在是 ${from} 届的日子推到今年的。同一天的地方一起改。`
        : '同一天的地方一起改。',
      waiting && `${waiting}的时间待定，定了以后在环节里填。`,
    ].join(''),
    typed: Object.fromEntries(groups.map(({ name, value }) => [name, value])),
    fields: () =>
      groups.map(({ name, value, leaves }) => ({
        name,
        ...day(calledAs(value), {
          hint: leaves.map(({ path }) => placeOf(path, cohort)).join('、'),
        }).view,
      })),
    places: Object.fromEntries(
      groups.map(({ name, leaves }) => [name, leaves.map(({ path }) => path.join('.'))]),
    ),
    changes: (typed) =>
      groups.flatMap(({ name, leaves }) =>
        leaves.map(({ path }) => ({
          do: 'set' as const,
          path: path.join('.'),
          value: textIn(typed, name),
        })),
      ),
    looked: 'days',
  }
}

interface Group {
  name: string
  value: string
  leaves: Leaf[]
}

function groupsOf(leaves: readonly Leaf[]): Group[] {
  const values = [...new Set(leaves.map(({ value }) => value))].sort()
  return values.map((value) => ({
    name: `day-${value}`,
    value,
    leaves: leaves.filter((leaf) => leaf.value === value),
  }))
}
