import { ClearanceError } from '../../domain/errors'
import type { Student } from '../../domain/student/student'
import { callerOpenid, store } from './store'

/**
 * The student behind the WeChat account that calls. Their document comes with it, so that opening
 * the sheet is this one read; who else it might be is asked only when there is none.
 * @throws ClearanceError `UNBOUND` for an unknown account, `FORBIDDEN` for a staff member
 */
export async function callingStudent(): Promise<Student> {
  const openid = callerOpenid()
  if (openid) {
    const student = await store.findOne('students', { openid })
    if (student) return student
    if (await store.findOne('staff', { openid })) {
      throw new ClearanceError({
        code: 'FORBIDDEN',
        message: '离校单是毕业生本人的页面，老师请用自己的工作台。',
      })
    }
  }
  throw new ClearanceError({
    code: 'UNBOUND',
    message: '这个微信还没有绑定学号。请先绑定，再看离校单。',
  })
}
