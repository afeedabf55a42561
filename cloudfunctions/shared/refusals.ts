import type { ActionName } from '../../domain/api'
import { ClearanceError } from '../../domain/errors'
import { PERMISSIONS, type Caller, type Permission } from '../../domain/roles/permissions'

/** Why a caller may not do an action to anybody. */
export function refuseCaller(action: ActionName, caller: Caller): ClearanceError {
  const { by } = PERMISSIONS[action]
  if (caller.kind === 'unbound') {
    return new ClearanceError({
      code: 'UNBOUND',
      message: '这个微信还没有绑定学号或工号。请先绑定，再打开这一页。',
    })
  }
  const forStudents = by !== 'everybody' && by.includes('student')
  return new ClearanceError({ code: 'FORBIDDEN', message: sentence(caller, forStudents) })
}

function sentence({ kind }: Caller, forStudents: boolean): string {
  if (kind === 'student') return '这一页是老师用的，毕业生请看自己的离校单。'
  return forStudents
    ? '离校单是毕业生本人的页面，老师请用自己的工作台。'
    : '你现在的岗位不能做这件事。需要的话请联系管理员开通。'
}

/**
 * Why a caller may not do an action to this student. Who may only see a part of the school is not told
 * whether somebody outside it exists.
 * @param role the role that reaches the whole school and found nobody, else null
 */
export function refuseSubject(about: Permission['about'], role: string | null): ClearanceError {
  if (about === 'request') {
    const message = role
      ? '没有这份申请，可能编号输错了。'
      : '这份申请不在你负责的范围内，需要的话请联系管理员。'
    return new ClearanceError({ code: role ? 'NOT_FOUND' : 'FORBIDDEN', message })
  }
  return role
    ? new ClearanceError({ code: 'NOT_FOUND', message: '没有这个学号，请核对后再填。' })
    : new ClearanceError({
        code: 'FORBIDDEN',
        message: '这位学生不在你负责的范围内，请核对学号，或联系管理员。',
      })
}
