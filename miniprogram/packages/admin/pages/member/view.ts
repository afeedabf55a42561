import { formatFullDay } from '../../../../../domain/calendar'
import {
  choice,
  day,
  lines,
  type Field,
  type FieldView,
} from '../../../../../domain/procedures/fields'
import {
  ROLE_NAMES,
  SCOPE_OF_ROLE,
  STAFF_ROLES,
  type StaffRole,
} from '../../../../../domain/roles/people'
import type { MemberAnswer, MemberGrant } from '../../../../../domain/roles/staff-answers'
import { SCOPE_WORDS } from '../../../../../domain/roles/staff-forms'
import type { Typed } from '../../../../components/field-form/typed'

export interface GrantRow {
  title: string
  hint: string
  ended: boolean
  /** What has to be looked at; may be empty. */
  trouble: string
}

export interface MemberView {
  headline: string
  leads: string[]
  bound: boolean
  grants: GrantRow[]
}

/** A staff member in the words of their page. */
export function toMemberView({ staffNo, name, phone, bound, grants }: MemberAnswer): MemberView {
  const current = grants.filter(({ ended }) => !ended)
  return {
    headline: current.length > 0 ? `${name}，${current.length} 个岗位` : `${name}还没有岗位`,
    leads: [
      [`工号 ${staffNo}`, phone].filter(Boolean).join('，'),
      bound ? '已绑定微信' : '还没有绑定微信，要一次性验证码',
    ],
    bound,
    grants: grants.map(toGrantRow),
  }
}

function toGrantRow({ roleName, scope, until, ended, unknown }: MemberGrant): GrantRow {
  const days = until
    ? `${ended ? '已在' : '到'} ${formatFullDay(until)}${ended ? '结束' : ''}`
    : '长期'
  const trouble = unknown.length > 0 ? `名单里没有${unknown.join('、')}的学生，请核对` : ''
  return { title: `${roleName}　${scope}`, hint: days, ended, trouble }
}

const ROLES = Object.fromEntries(STAFF_ROLES.map((role) => [role, ROLE_NAMES[role]]))
const HOW_LONG = { always: '长期', until: '到某一天' }

/** What to fill in for another post; it hangs on the role and on how long. */
export function grantFields({ role, long }: Typed): FieldView[] {
  const kind = SCOPE_OF_ROLE[role as StaffRole] as keyof typeof SCOPE_WORDS | undefined
  const fields: Record<string, Field> = {
    role: choice('什么岗位', ROLES),
    ...(kind &&
      kind !== 'school' && {
        values: lines(`负责哪些${SCOPE_WORDS[kind]}`, {
          hint: '一行一个，和名单里写得一样',
          most: 2000,
        }),
      }),
    long: choice('做到什么时候', HOW_LONG),
    ...(long === 'until' && { until: day('最后一天') }),
  }
  return Object.entries(fields).map(([name, { view }]) => ({ name, ...view }))
}
