import { isDay } from '../calendar'
import { textOf, type Cell } from '../spreadsheet/cells'
import { readTable, type TableRow } from '../spreadsheet/table'
import { ROLE_NAMES, SCOPE_OF_ROLE, STAFF_ROLES, type Grant, type StaffMember } from './people'
import { wrongScope } from './staff-forms'

/** One row that can be used: somebody with one right. */
export interface StaffLine {
  line: number
  staffNo: string
  name: string
  phone: string
  grant: Grant
}

export interface Rejected {
  line: number
  reason: string
}

const COLUMNS = {
  staffNo: { names: ['工号', '职工号', '教工号', '编号'] },
  name: { names: ['姓名', '老师', '教师姓名'] },
  role: { names: ['岗位', '角色', '职务'] },
  scope: { names: ['范围', '负责范围', '班级', '管理范围'], optional: true },
  until: { names: ['截止日期', '到期日期', '有效期至'], optional: true },
  phone: { names: ['电话', '联系电话', '手机', '手机号'], optional: true },
} as const

/**
 * Reads a sheet of staff: a row for each right of somebody.
 * @throws ClearanceError `INVALID` when there is no such table in it
 */
export function readStaff(cells: readonly (readonly Cell[])[]): {
  lines: StaffLine[]
  rejected: Rejected[]
} {
  const lines: StaffLine[] = []
  const rejected: Rejected[] = []
  for (const row of readTable(cells, COLUMNS)) {
    const read = readRow(row, lines)
    if ('reason' in read) rejected.push(read)
    else lines.push(read)
  }
  return { lines, rejected }
}

type Row = TableRow<keyof typeof COLUMNS>

function readRow(row: Row, before: readonly StaffLine[]): StaffLine | Rejected {
  const { line } = row
  const [staffNo, name, phone] = [row.text('staffNo'), row.text('name'), row.text('phone')]
  const role = STAFF_ROLES.find((each) => ROLE_NAMES[each] === row.text('role'))
  const given = row
    .text('scope')
    .split(/[、，,；;\n]/)
    .map((each) => each.trim())
  const values = given.filter((each) => each !== '' && each !== '全校')
  const until = dayIn(row.cell('until'))
  const namesake = before.find((each) => each.staffNo === staffNo && each.name !== name)
  const reason =
    wrongPerson(staffNo, name, phone) ??
    (namesake && `工号 ${staffNo} 在第 ${namesake.line} 行是${namesake.name}`) ??
    (role ? wrongScope(role, values) : unknownRole(row.text('role'))) ??
    (until === null ? '截止日期要写成 2027-07-31 这样' : null)
  if (reason || !role || until === null) return { line, reason: reason ?? '这一行读不懂' }
  const scope = { kind: SCOPE_OF_ROLE[role], values }
  return { line, staffNo, name, phone, grant: { role, scope, ...(until && { until }) } }
}

function wrongPerson(staffNo: string, name: string, phone: string): string | null {
  if (!/^\d{4,12}$/.test(staffNo)) return '工号是 4 到 12 位数字'
  if (name === '') return '没有写姓名'
  if (name.length > 40) return '姓名太长了'
  const isPhone = /^(|0\d{2,3}-\d{7,8}|1\d{10})$/.test(phone)
  return isPhone ? null : '电话是带区号的座机（025-85395103）或 11 位手机号'
}

function unknownRole(text: string): string {
  const names = STAFF_ROLES.map((role) => ROLE_NAMES[role]).join('、')
  return text === '' ? '没有写岗位' : `没有「${text.slice(0, 20)}」这个岗位，可以写：${names}`
}

/** `2027-07-31`, `2027/7/31`, `2027年7月31日` or a date of the sheet; empty for none, null for no day. */
function dayIn(cell: Cell): string | null {
  if (cell instanceof Date) {
    return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10)
  }
  const text = textOf(cell)
  if (text === '') return ''
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined || month === undefined || date === undefined) return null
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : null
}

/**
 * A staff member with what the rows about them say on top: rights that are new are added, a right that is
 * there gets the row's last day, and nothing is taken away.
 * @param before null for somebody new
 */
export function withLines(before: StaffMember | null, lines: readonly StaffLine[]): StaffMember {
  const [first] = lines
  if (!first) throw new Error('nobody can be made of no lines')
  const { staffNo, name, phone } = first
  const member = before ?? { _id: staffNo, name, grants: [] }
  return {
    ...member,
    name,
    ...(phone && { phone }),
    grants: lines.reduce<Grant[]>((grants, { grant }) => withGrant(grants, grant), member.grants),
  }
}

/** Rights with one more; one with the same role and scope is replaced. */
export function withGrant(grants: readonly Grant[], grant: Grant): Grant[] {
  const known = grants.findIndex((each) => isSameRight(each, grant))
  if (known < 0) return [...grants, grant]
  return grants.map((each, index) => (index === known ? grant : each))
}

/** Whether two are the same role over the same part of the school, whatever their last days. */
export function isSameRight(a: Grant, b: Grant): boolean {
  const keyOf = ({ role, scope }: Grant) => [role, ...[...scope.values].sort()].join('\n')
  return keyOf(a) === keyOf(b)
}
