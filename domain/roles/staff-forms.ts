import * as v from 'valibot'
import { isDay } from '../calendar'
import { personName, reason, requestId, staffNo } from '../identity/forms'
import { form } from '../procedures/forms/fields'
import { SCOPE_OF_ROLE, STAFF_ROLES, type StaffRole } from './people'

/** What the actions on staff are called with. */
const role = v.picklist(STAFF_ROLES, '请选择岗位')

const values = v.pipe(
  v.array(
    v.pipe(
      v.string('请填写范围'),
      v.trim(),
      v.nonEmpty('请填写范围'),
      v.maxLength(60, '范围太长了'),
    ),
    '请填写范围',
  ),
  v.maxLength(100, '一次最多 100 个'),
)

/** The last day, or nothing: until it is withdrawn. */
const until = v.optional(
  v.pipe(
    v.string('请选择最后一天'),
    v.check((text) => text === '' || isDay(text), '请选择最后一天'),
  ),
  '',
)

const phone = v.pipe(
  v.optional(v.string('请填写电话'), ''),
  v.trim(),
  v.regex(/^(|0\d{2,3}-\d{7,8}|1\d{10})$/, '电话是带区号的座机（025-85395103）或 11 位手机号'),
)

const fileId = v.pipe(
  v.string('请选择一份表格'),
  v.regex(/^cloud:\/\/[\w.-]+\/staff\/[\w-]{24}\.(xlsx|csv)$/, '请选择 xlsx 或 csv 表格'),
)

export const staffSearch = form({
  text: v.pipe(v.optional(v.string('请输入姓名或工号'), ''), v.trim(), v.maxLength(30, '太长了')),
  page: v.pipe(
    v.number('缺少页码'),
    v.integer('缺少页码'),
    v.minValue(0),
    v.maxValue(200, '没有这一页'),
  ),
})
export const memberOf = form({ staffNo })
export const addingMember = form({ staffNo, name: personName, phone, requestId })
export const granting = form({ staffNo, role, values, until, requestId })
export const withdrawing = form({ staffNo, role, values, reason, requestId })
export const previewingStaff = form({ fileId })
export const importingStaff = form({ fileId, requestId })
export const issuingCodes = form({ requestId })

/** What is wrong with the scope of a role; null when nothing is. */
export function wrongScope(role: StaffRole, given: readonly string[]): string | null {
  const kind = SCOPE_OF_ROLE[role]
  if (kind === 'school') return given.length > 0 ? '这个岗位管全校，范围要空着' : null
  return given.length > 0 ? null : `请填写${SCOPE_WORDS[kind]}，一行一个`
}

export const SCOPE_WORDS = { class: '班级', college: '学院', building: '宿舍楼', school: '全校' }
