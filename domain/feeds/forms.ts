import * as v from 'valibot'
import { requestId } from '../identity/forms'
import { form } from '../procedures/forms/fields'
import { SOURCE_CODES } from './source'

/** What the actions on feeds are called with. */
const source = v.picklist(SOURCE_CODES, '没有这个数据来源，请关闭小程序后重新打开')

const run = v.pipe(
  v.string('请选择一次数据同步'),
  v.regex(/^SJ\d{6}-[0-9A-Z]{6}$/, '没有这次数据同步'),
)

const why = v.pipe(
  v.string('请写明原因'),
  v.trim(),
  v.nonEmpty('请写明原因'),
  v.maxLength(200, '原因请写在 200 字以内'),
)

const percent = (name: string) =>
  v.pipe(
    v.number(`请填写${name}`),
    v.integer(`${name}请写整数`),
    v.minValue(1, `${name}至少 1%`),
    v.maxValue(100, `${name}最多 100%`),
  )

export const feedOf = form({ source })
export const runOf = form({ run })
export const previewing = form({
  source,
  mode: v.picklist(['snapshot', 'delta'], '请选择这份表是全部学生，还是只有变了的学生'),
  fileId: v.pipe(
    v.string('请选择一份表格'),
    v.regex(/^cloud:\/\/[\w.-]+\/feeds\/[\w-]{24}\.(xlsx|csv)$/, '请选择 xlsx 或 csv 表格'),
  ),
  /** When the sheet was exported; without it, when the sheet says so, else now. */
  asOf: v.optional(
    v.pipe(
      v.string('请选择导出的日期和时间'),
      v.isoTimestamp('请选择导出的日期和时间'),
      v.transform((text) => new Date(text).toISOString()),
    ),
  ),
  requestId,
})
export const decidingRun = form({
  run,
  decision: v.picklist(['apply', 'refuse'], '请选择采用，或者不采用'),
  reason: why,
  requestId,
})
export const pulling = form({ source, requestId })
export const listingRejects = form({ run, requestId })
export const limiting = form({
  source,
  shrink: percent('人数减少的上限'),
  clear: percent('一次结清的上限'),
  requestId,
})
export const rechecking = form({
  code: v.pipe(
    v.string('请选择一个环节'),
    v.minLength(1, '请选择一个环节'),
    v.maxLength(40, '没有这个环节'),
  ),
  requestId,
})
