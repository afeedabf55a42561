import type { Input, Output } from '../../domain/api'
import { matterOf } from '../../domain/procedures/matter'
import type { StaffRole } from '../../domain/roles/people'
import { PERMISSIONS } from '../../domain/roles/permissions'
import { deadlineOf } from '../../domain/sheet/deadline'
import { boundsOf, reachOf } from '../../domain/statistics/reach'
import { countsOf, sumOf, sumsBy } from '../../domain/statistics/sums'
import type { Tally } from '../../domain/statistics/tally'
import type { Student } from '../../domain/student/student'
import { memberOf } from '../shared/caller'
import type { Call } from '../shared/gate'
import { store } from '../shared/store'
import { vacancies } from '../shared/vacancies'
import { itemOn, listOf, type List } from './list'
import { kindOfParts, nameOf } from './part'
import { talliesIn } from './tallies'

const PAGE = 20

type Answer = Output<'statistics.lacking'>

/** Who lacks an item, and why: the exceptions, twenty a page, by class. */
export async function lacking(
  { page, ...input }: Input<'statistics.lacking'>,
  { caller, now }: Call,
): Promise<Answer> {
  const list = await listOf('statistics.lacking', input, { caller, now })
  const { cohort, item, where, bounds } = list
  const [tallies, found] = await Promise.all([
    talliesIn(bounds, cohort._id),
    store.find('students', {
      where,
      skip: page * PAGE,
      limit: PAGE + 1,
      orderBy: [
        ['className', 'asc'],
        ['_id', 'asc'],
      ],
    }),
  ])
  const { code, title, required } = item
  const deadline = deadlineOf(item.window, now)
  return {
    item: { code, title, required },
    deadline: deadline && { text: deadline.text, daysLeft: deadline.daysLeft },
    name: nameOf(list),
    total: countsOf(sumOf(tallies), code).pending,
    parts: partsOf(list, tallies),
    rows: found.slice(0, PAGE).map((student) => toRow(list, student, now)),
    more: found.length > PAGE,
    // 学院核验 is the college's to do, after everything else.
    reminds: item.rule.kind !== 'verification',
    registers: await mayRegister({ caller, now }, list),
    opens: maySeeSheets({ caller, now }, list),
    now: now.toISOString(),
  }
}

function partsOf(list: List, tallies: readonly Tally[]): Answer['parts'] {
  const kind = kindOfParts(list, new Set(tallies.map(({ college }) => college)).size)
  const rows = sumsBy(tallies, kind === 'college' ? 'college' : 'className')
    .map(({ name, sum }) => ({ name, pending: countsOf(sum, list.item.code).pending }))
    .filter(({ pending }) => pending > 0)
    .sort((a, b) => b.pending - a.pending)
  return { kind, rows: rows.length > 1 ? rows : [] }
}

function toRow(list: List, student: Student, now: Date): Answer['rows'][number] {
  const { reason, overdue, deadline } = itemOn(list, student, now)
  const { _id: studentNo, name, className } = student
  return { studentNo, name, className, reason, daysLate: overdue ? -(deadline?.daysLeft ?? 0) : 0 }
}

/** The office that the item names, and student affairs where that post has nobody. */
async function mayRegister(
  { caller, now }: Pick<Call, 'caller' | 'now'>,
  { item, part }: List,
): Promise<boolean> {
  const registrar = matterOf(item)?.item?.registrar
  if (!registrar) return false
  const reaches = (role: StaffRole) =>
    boundsOf(
      reachOf(memberOf(caller), (own) => own === role, now),
      part,
    ).length > 0
  if (reaches(registrar)) return true
  return reaches('studentAffairs') && (await vacancies(now)).some(({ role }) => role === registrar)
}

function maySeeSheets({ caller, now }: Pick<Call, 'caller' | 'now'>, { part }: List): boolean {
  const { by } = PERMISSIONS['desk.student']
  const reach = reachOf(memberOf(caller), (role) => by.includes(role), now)
  return boundsOf(reach, part).length > 0
}
