import * as v from 'valibot'
import { requestId } from '../identity/forms'

/** What the statistics are called with. */
const cohort = v.pipe(v.string('请选择届别'), v.regex(/^\d{4}$/, '没有这一届'))
const item = v.pipe(v.string('请选择一个环节'), v.regex(/^[a-z][a-z0-9-]{0,39}$/, '没有这个环节'))
const college = v.optional(
  v.pipe(v.string('请选择学院'), v.nonEmpty('请选择学院'), v.maxLength(60, '没有这个学院')),
)
const className = v.optional(
  v.pipe(v.string('请选择一个班'), v.nonEmpty('请选择一个班'), v.maxLength(60, '没有这个班')),
)
const page = v.pipe(
  v.number('请刷新后再试'),
  v.integer('请刷新后再试'),
  v.minValue(0, '请刷新后再试'),
  v.maxValue(1000, '请刷新后再试'),
)

const part = { college, className }

function form<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, '请从统计页面重新打开')
}

/** Without a cohort the newest that has students. */
export const viewing = form({ cohort: v.optional(cohort), ...part })
export const listing = form({ cohort, item, ...part, page })
/** Of one item those who lack it, without an item everybody. */
export const tabling = form({ cohort, item: v.optional(item), ...part, requestId })
export const remindingAll = form({ cohort, item, ...part, requestId })
