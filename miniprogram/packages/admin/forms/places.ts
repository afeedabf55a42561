import { describePath } from '../../../../domain/cohort/labels'
import type { Path } from '../../../../domain/cohort/leaves'
import type { Cohort } from '../../../../domain/cohort/schema'

/** Where something stands, as short as one says it: 退宿的截止日期. */
export function placeOf(path: Path, cohort: Cohort): string {
  const [first, index] = path
  const entry = isNamed(path) ? path : path.slice(0, -1)
  const item = first === 'items' && typeof index === 'number' ? cohort.items[index] : undefined
  if (!item) return describePath(entry, cohort).replace(/ › /g, '的')
  return `${item.title}的${lastWord(describePath(entry.slice(2), item))}`
}

/** Whether the last key tells more than the entry that it is in: 截止日期, but not 时间节点 2 › 日期. */
function isNamed(path: Path): boolean {
  return typeof path[path.length - 2] !== 'number' || (path[0] === 'items' && path.length < 4)
}

function lastWord(words: string): string {
  return words.split(' › ').slice(-1).join('')
}
