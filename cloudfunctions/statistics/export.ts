import type { Input, Output } from '../../domain/api'
import type { Cell } from '../../domain/spreadsheet/cells'
import type { Item } from '../../domain/cohort/schema'
import type { StaffRole } from '../../domain/roles/people'
import { isCurrent, rolesOver, subjectOf } from '../../domain/roles/scope'
import { PERMISSIONS } from '../../domain/roles/permissions'
import { maySeeWho } from '../../domain/statistics/reach'
import {
  headsOfAll,
  headsOfLacking,
  rowOfAll,
  rowOfLacking,
  tableName,
} from '../../domain/statistics/table'
import type { Student } from '../../domain/student/student'
import { record } from '../shared/audit'
import { callerKey, memberOf } from '../shared/caller'
import { answeredBefore, changeOnce } from '../shared/change'
import { offerDownload } from '../shared/downloads'
import type { Call } from '../shared/gate'
import { pages } from '../shared/pages'
import { writeXlsx } from '../shared/spreadsheet/xlsx'
import type { Where } from '../shared/where'
import { cohortNamed, itemOn, listOf } from './list'
import { nameOf, sightOf } from './part'

const ACTION = 'statistics.export'

type Answer = Output<typeof ACTION>
type Asked = Omit<Input<typeof ACTION>, 'requestId'>

/** A table to be: whose rows, what stands in them, and what it is called. */
interface Table {
  name: string
  heads: Cell[]
  where: Where<'students'>[]
  row(student: Student): Cell[]
}

/**
 * A table of everybody whom the caller may see, or of those who lack an item, as an xlsx that can be
 * fetched for ten minutes. Students are read a hundred at a time and only their rows are kept. Written
 * down in the audit trail, because it takes names out of the system.
 */
export async function exportTable(
  { requestId, ...asked }: Input<typeof ACTION>,
  call: Call,
): Promise<Answer> {
  const attempt = { by: call.openid, action: ACTION, requestId } as const
  const before = await answeredBefore<Answer>(attempt)
  if (before) return before
  const { name, heads, where, row } = await tableFor(asked, call)
  const rows: Cell[][] = []
  for await (const page of pages('students', where)) rows.push(...page.map(row))
  const sheet = await writeXlsx([heads, ...rows])
  const answer = { ...(await offerDownload('statistics', 'xlsx', sheet)), students: rows.length }
  return changeOnce(attempt, async (transaction) => {
    await record(transaction, {
      person: 'school',
      by: callerKey(call.caller),
      role: call.role,
      action: ACTION,
      why: `导出表格：${name}`,
      before: {},
      after: { 人数: String(rows.length) },
    })
    return answer
  })
}

function tableFor({ item, ...asked }: Asked, call: Call): Promise<Table> {
  return item === undefined ? tableOfAll(asked, call) : tableOfLacking({ ...asked, item }, call)
}

async function tableOfLacking(
  asked: Asked & { item: string },
  { caller, now }: Call,
): Promise<Table> {
  const list = await listOf(ACTION, asked, { caller, now })
  return {
    name: `${tableName(list.cohort, list.item)}，${nameOf(list)}`,
    heads: headsOfLacking(),
    where: list.where,
    row: (student) => rowOfLacking(student, itemOn(list, student, now)),
  }
}

/** An office sees its own items alone, and of each student what the reader's roles over them may. */
async function tableOfAll(
  { cohort: id, ...part }: Omit<Asked, 'item'>,
  { caller, now }: Call,
): Promise<Table> {
  const cohort = await cohortNamed(id)
  const { by } = PERMISSIONS[ACTION]
  const member = memberOf(caller)
  const sight = sightOf(member, (role) => by.includes(role), part, now)
  const seenIn = (roles: readonly StaffRole[]) => (item: Item) =>
    roles.some((role) => by.includes(role) && maySeeWho(role, item))
  const current = member.grants.filter((grant) => isCurrent(grant, now))
  const items = cohort.items.filter(seenIn(current.map(({ role }) => role)))
  return {
    name: `${tableName(cohort, null)}，${nameOf(sight)}`,
    heads: headsOfAll(items),
    where: sight.bounds.map((bound) => ({ ...bound, cohort: cohort._id })),
    row: (student) => rowOfAll(items, student, seenIn(rolesOver(member, subjectOf(student), now))),
  }
}
