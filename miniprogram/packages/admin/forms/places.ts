import { describePath } from '../../../../domain/cohort/labels'
import type { Path } from '../../../../domain/cohort/leaves'
import type { Cohort } from '../../../../domain/cohort/schema'

/** Where something stands, as short as one says it: 退宿的截止日期. */
export function placeOf(path: Path, cohort: Cohort): string {
  const [first, index, ...rest] = path
  const item = first === 'items' && typeof index === 'number' ? cohort.items[index] : undefined
  if (!item) return describePath(path, cohort).replace(/ › /g, '的')
  const within = rest.length > 2 ? rest.slice(-2) : rest
  const words = describePath(
    within.filter((key) => key !== 'window'),
    item,
  )
  const [last = ''] = words.split(' › ').slice(-1)
  return `${item.title}的${last}`
}
