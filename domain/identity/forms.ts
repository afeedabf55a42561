import * as v from 'valibot'

/** The forms of binding, shared by the pages and the functions' door. */
const trimmed = (empty: string) => v.pipe(v.string(empty), v.trim(), v.nonEmpty(empty))

export const studentNo = v.pipe(
  trimmed('请填写学号'),
  v.regex(/^\d{6,12}$/, '学号是 6 到 12 位数字'),
)

export const staffNo = v.pipe(trimmed('请填写工号'), v.regex(/^\d{4,12}$/, '工号是 4 到 12 位数字'))

export const personName = v.pipe(trimmed('请填写姓名'), v.maxLength(40, '姓名太长了'))

/** The last six of the ID card; its check digit may be an X in either case. */
export const idCardTail = v.pipe(
  trimmed('请填写身份证后六位'),
  v.toUpperCase(),
  v.regex(/^\d{5}[\dX]$/, '身份证后六位是 6 位数字，最后一位可以是 X'),
)

const oneTimeCode = v.pipe(
  trimmed('请填写一次性验证码'),
  v.regex(/^\d{8}$/, '一次性验证码是 8 位数字'),
)

/** Names one attempt of a person to change something: the same id twice does the thing once. */
export const requestId = v.pipe(
  v.string('缺少请求编号'),
  v.regex(/^[A-Za-z0-9_-]{16,64}$/, '请求编号不对，请关闭小程序后重新打开'),
)

export const reason = v.pipe(trimmed('请写明原因'), v.maxLength(200, '原因请写在 200 字以内'))

/** All fields of a form and no others. */
function form<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, '请把每一项填写完整')
}

export const studentBinding = form({ studentNo, name: personName, idCardTail, requestId })
export const staffBinding = form({ staffNo, code: oneTimeCode, requestId })
export const campusBinding = form({
  ticket: v.pipe(trimmed('统一身份认证没有给出凭据'), v.maxLength(512, '凭据太长了')),
  requestId,
})
export const unbinding = form({ requestId })
export const studentUnbinding = form({ studentNo, reason, requestId })
export const staffCodeIssue = form({ staffNo, requestId })
/** An action about one student. */
export const studentOf = form({ studentNo })
