import type { Draft } from './draft'
import { daysIn } from './leaves'
import { faultsOf, sentencesOf } from './parse'
import type { Item } from './schema'

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
  const stuck = cohort.items.filter(isStuck).map(({ code, title }): Todo => ({
    ...{ page: 'item', code, count: 1 },
    text: `「${title}」是必办，但没有选申请，谁也办不完它`,
  }))
  const wrong = sentencesOf(faultsOf(cohort), cohort).map((text): Todo => ({
    page: 'cohort',
    code: '',
    count: 1,
    text,
  }))
  return [...todos, ...stuck, ...wrong]
}

/** In how many places something is left to do. */
export function leftOf(todos: readonly Todo[]): number {
  return todos.reduce((sum, { count }) => sum + count, 0)
}

/** Waits for a word that nobody has a way to say: everybody would miss it for ever. */
function isStuck({ required, rule, procedure }: Item): boolean {
  return required && rule.kind === 'completion' && procedure === undefined
}
