import * as v from 'valibot'
import { requestId } from '../identity/forms'

/** What the guard's phone read, whatever it was: anything that is not a pass is a verdict, not an error. */
export const scanning = v.strictObject(
  {
    token: v.pipe(
      v.string('没有扫到二维码，请再扫一次'),
      v.nonEmpty('没有扫到二维码，请再扫一次'),
      v.maxLength(2000, '这不是离校凭证的二维码'),
    ),
    requestId,
  },
  '没有扫到二维码，请再扫一次',
)

export const issuing = v.strictObject({ requestId }, '这个操作不需要填写内容')
