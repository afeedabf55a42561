import type { StaffMember } from '../../domain/roles/people'
import type { Student } from '../../domain/student/student'
import { withFinished } from './finished'
import { MOVED_ON, type Person } from './people'

/** People whose WeChat account is not bound yet, for trying the binding by hand. */
export const NEW_STUDENT = { studentNo: '1907010221', name: '何以宁', idCardTail: '10021X' }
const NEW_STAFF = { staffNo: '20081020', name: '柳知行' }

/** A student who has never opened the mini program; the rest is as 林知夏's. */
export function newStudent(classmate: Student): ReturnType<typeof withFinished> {
  const { openid: _, requests: __, ...unbound } = classmate
  return withFinished({ ...unbound, _id: NEW_STUDENT.studentNo, name: NEW_STUDENT.name }, MOVED_ON)
}

export function newStaff(className: string): StaffMember {
  return {
    _id: NEW_STAFF.staffNo,
    name: NEW_STAFF.name,
    grants: [{ role: 'counsellor', scope: { kind: 'class', values: [className] } }],
  }
}

type Newcomer = Omit<Person, 'role' | 'roleName'> & { role: 'stranger' }

/** Whom one can be before binding, with what there is to type. */
export const newcomers: Newcomer[] = [
  {
    openid: 'new-student',
    name: NEW_STUDENT.name,
    role: 'stranger',
    scope: '毕业生，还没绑定',
    note: `学号 ${NEW_STUDENT.studentNo}，身份证后六位 ${NEW_STUDENT.idCardTail}`,
  },
  {
    openid: 'new-staff',
    name: NEW_STAFF.name,
    role: 'stranger',
    scope: '辅导员，还没绑定',
    note: `工号 ${NEW_STAFF.staffNo}，验证码请管理员程序云发`,
  },
  {
    openid: 'new-wechat-user',
    name: '新的微信用户',
    role: 'stranger',
    scope: '不在名单上',
    note: '第一次打开小程序',
  },
]
