import { formatDay, formatMoment } from '../../../../../domain/calendar'
import type { DraftAnswer } from '../../../../../domain/cohort/answers'
import { daysIn } from '../../../../../domain/cohort/leaves'
import type { Cohort, Item } from '../../../../../domain/cohort/schema'
import { leftOf, type Todo } from '../../../../../domain/cohort/todos'
import type { PartRow } from '../../components/part-rows/part-rows'

export interface CohortView {
  headline: string
  lead: string
  ready: boolean
  todos: PartRow[]
  yearly: PartRow[]
  steps: { title: string; rows: PartRow[] }[]
  others: PartRow[]
}

/** A draft in the words of its page. */
export function toCohortView(draft: DraftAnswer): CohortView {
  const { cohort, todos, changedBy, changedAt, now } = draft
  const left = leftOf(todos)
  return {
    headline: left > 0 ? `${cohort.name}，还有 ${left} 处要看` : `${cohort.name}，可以发布了`,
    lead: `草稿，${changedBy} ${formatMoment(changedAt, now)} 改过。发布以后学生才看得到。`,
    ready: left === 0,
    todos: todos.map(toTodoRow),
    yearly: yearlyRows(cohort),
    steps: cohort.steps.map(({ title }, index) => ({
      title: `步骤 ${index + 1}　${title}`,
      rows: cohort.items.filter(({ step }) => step === index + 1).map(toItemRow),
    })),
    others: otherRows(cohort),
  }
}

const TODO_PARTS = { days: 'days', contacts: 'contacts', texts: 'texts' }

function toTodoRow({ page, code, text }: Todo): PartRow {
  if (page === 'item') return row('item', code, text, '')
  return page === 'cohort'
    ? row('form', 'notice', text, '')
    : row('form', TODO_PARTS[page], text, '')
}

function yearlyRows(cohort: Cohort): PartRow[] {
  const days = new Set(daysIn(cohort).map(({ value }) => value))
  const names = new Set(cohort.items.flatMap(({ contacts }) => contacts.map(({ name }) => name)))
  return [
    row('form', 'days', '全部日期', `${days.size} 个日子，一页改完`),
    row('form', 'contacts', '联系人和电话', `${names.size} 位老师，一页改完`),
  ]
}

function toItemRow(item: Item): PartRow {
  const { code, title, required, window, contacts } = item
  const names = contacts.map(({ name }) => name).join('、')
  const hint = [until(window), names].filter(Boolean).join('，')
  const plain = row('item', code, title, hint)
  return required ? { ...plain, required, label: `${plain.label}，必办` } : plain
}

function until(window: Item['window']): string {
  if (!window) return '没有期限'
  return 'to' in window ? `${formatDay(window.to)}截止` : '时间待定'
}

function otherRows({ notice, important, steps, entrances, responsibilities }: Cohort): PartRow[] {
  return [
    row('form', 'notice', '名称和通知', notice.title),
    row('list', 'important', '重要事项', `${important.length} 条，在离校单最上面`),
    row('list', 'steps', '步骤', steps.map(({ title }) => title).join('、')),
    row('list', 'notice.remarks', '注意事项', `${notice.remarks.length} 条`),
    row('list', 'entrances', '入口', entrances.map(({ name }) => name).join('、')),
    row('list', 'responsibilities', '工作职责', `${responsibilities.length} 条`),
  ]
}

function row(page: PartRow['page'], part: string, title: string, hint: string): PartRow {
  const label = [title, hint].filter(Boolean).join('，')
  return { title, hint, required: false, page, part, label }
}
