import type { StaffAnswer, StaffRow } from '../../../../../domain/roles/staff-answers'

export interface MemberRow {
  staffNo: string
  name: string
  hint: string
  label: string
}

export interface StaffView {
  headline: string
  lead: string
  /** Parts of the school that nobody looks after, by role. */
  vacancies: { name: string; scope: string }[]
}

/** What is said above the staff: whom one is looking for, or what nobody looks after. */
export function toStaffView({ vacancies }: StaffAnswer): StaffView {
  const classes = vacancies.filter(({ role }) => role === 'counsellor')
  const count = classes.reduce((sum, { scope }) => sum + scope.split('、').length, 0)
  return {
    headline: count > 0 ? `${count} 个班没有辅导员` : '每个班都有辅导员',
    lead: vacancies.length > 0 ? '没有人的岗位，事情由学生处代办。' : '每个岗位都有人。',
    vacancies: vacancies.map(({ roleName, scope }) => ({ name: roleName, scope })),
  }
}

export function toMemberRow({ staffNo, name, bound, posts }: StaffRow): MemberRow {
  const hint = [posts || '没有岗位', bound ? '' : '还没有绑定微信'].filter(Boolean).join('；')
  return { staffNo, name: `${name}　${staffNo}`, hint, label: `${name}，${hint}` }
}
