import type { Cohort, Item } from '../cohort/schema'
import type { SheetItem, Status } from '../sheet/sheet'
import type { Cell } from '../spreadsheet/cells'
import type { Student } from '../student/student'

/** 🟢 🟡 ⚪ in the notice's own words. */
export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  done: '已办理',
  pending: '未办理',
  exempt: '无需办理',
}

const WHO = ['学号', '姓名', '学院', '班级']

/** The heads of the table of everybody: each item, ★ before the required ones. */
export function headsOfAll(items: readonly Item[]): Cell[] {
  return [
    ...WHO,
    ...items.map(({ title, required }) => `${required ? '★' : ''}${title}`),
    '可以离校',
  ]
}

/** A student's row in it. @param seen of which items the reader may know about this student */
export function rowOfAll(
  items: readonly Item[],
  student: Student,
  seen: (item: Item) => boolean,
): Cell[] {
  const statuses = items.map((item) => {
    const status = student.items?.[item.code]
    return status && seen(item) ? STATUS_WORDS[status] : ''
  })
  return [...whoIs(student), ...statuses, student.mayLeave ? '是' : '否']
}

/** The heads of the table of those who lack one item. */
export function headsOfLacking(): Cell[] {
  return [...WHO, '环节', '办理情况', '原因', '截止日期', '逾期天数']
}

/** The row of a student who lacks an item. */
export function rowOfLacking(
  student: Student,
  { title, status, reason, ...item }: SheetItem,
): Cell[] {
  const { deadline, overdue } = item
  const late = overdue && deadline?.daysLeft ? String(-deadline.daysLeft) : ''
  return [...whoIs(student), title, STATUS_WORDS[status], reason, deadline?.text ?? '', late]
}

/** 2022 届离校情况 or 2022 届未办理：退宿, for the audit trail. */
export function tableName({ name }: Cohort, item: Item | null): string {
  return item ? `${name}未办理：${item.title}` : `${name}离校情况`
}

function whoIs({ _id, name, college, className }: Student): Cell[] {
  return [_id, name, college, className]
}
