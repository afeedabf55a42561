import * as v from 'valibot'
import { requestId } from '../identity/forms'
import { form } from '../procedures/forms/fields'
import { TRAITS } from '../student/traits'
import { partChange } from './edit'

/** What the actions on cohorts are called with. */
const year = (empty: string) =>
  v.pipe(v.string(empty), v.trim(), v.regex(/^20\d{2}$/, '届别是四位年份，例如 2027'))

const cohort = year('请选择一届')

const version = v.pipe(v.number('缺少版本'), v.integer('缺少版本'), v.minValue(0, '缺少版本'))

const CHANGES_MOST = 200

export const cohortOf = form({ cohort })
export const copying = form({
  from: year('请选择从哪一届复制'),
  to: year('请填写新的届别'),
  requestId,
})
export const editing = form({
  cohort,
  version,
  changes: v.pipe(
    v.array(partChange, '没有要改的'),
    v.minLength(1, '没有要改的'),
    v.maxLength(CHANGES_MOST, '一次改得太多了，请分几次保存'),
  ),
  /** What was looked at as a whole, whether or not it changed. */
  looked: v.optional(v.picklist(['days', 'contacts'], '没有这一页')),
  requestId,
})
export const discarding = form({ cohort, version, requestId })
export const publishing = form({ cohort, version, requestId })
export const previewing = form({
  cohort,
  traits: v.optional(v.array(v.picklist(TRAITS, '没有这种特征'), '请选择特征'), []),
  /** An item to be shown too. */
  code: v.optional(v.pipe(v.string('请选择一个环节'), v.maxLength(40, '没有这个环节'))),
})
