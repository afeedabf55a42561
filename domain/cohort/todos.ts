import type { Draft } from './draft'
import { misfitOf } from './fit'
import { daysIn } from './leaves'
import { faultsOf, sentencesOf } from './parse'

/** Something that is left to do before a draft can be published. */
export interface Todo {
  /** The page where it is done. */
  page: 'days' | 'contacts' | 'texts' | 'item' | 'cohort'
  /** The item, for `item`; else empty. */
  code: string
  /** In how many places. */
  count: number
  text: string
}

/** What is left to do, in the order in which one would do it. */
export function todosOf({
  cohort,
  from,
  unseen,
}: Pick<Draft, 'cohort' | 'from' | 'unseen'>): Todo[] {
  const todos: Todo[] = []
  const days = daysIn(cohort).length
  if (unseen.days) {
    const text = `${days} 个日期是从 ${from} 届推过来的，请改成今年的`
    todos.push({ page: 'days', code: '', count: 1, text })
  }
  if (unseen.contacts) {
    const text = `联系人和电话还是 ${from} 届的，请核对`
    todos.push({ page: 'contacts', code: '', count: 1, text })
  }
  if (unseen.texts.length > 0) {
    const count = unseen.texts.length
    todos.push({ page: 'texts', code: '', count, text: `${count} 段文字里写着日期，请看一遍` })
  }
  const misfits = cohort.items.flatMap((item): Todo[] => {
    const text = misfitOf(item, cohort)
    return text ? [{ page: 'item', code: item.code, count: 1, text }] : []
  })
  const wrong = sentencesOf(faultsOf(cohort), cohort).map((text): Todo => ({
    page: 'cohort',
    code: '',
    count: 1,
    text,
  }))
  return [...todos, ...misfits, ...wrong]
}

/** In how many places something is left to do. */
export function leftOf(todos: readonly Todo[]): number {
  return todos.reduce((sum, { count }) => sum + count, 0)
}
