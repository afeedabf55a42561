import type { ActionName } from '../../../../../domain/api'

/** What was done, for each action; the trail holds those that change something or read a secret. */
const ACTIONS: Partial<Record<ActionName, string>> = {
  'identity.bindStudent': '绑定微信',
  'identity.bindStaff': '绑定微信',
  'identity.bindByCampus': '用统一身份认证绑定微信',
  'identity.unbind': '自己解除绑定',
  'identity.unbindStudent': '解绑学生的微信',
  'identity.issueStaffCode': '发一次性验证码',
  'audit.trail': '查看操作记录',
}

/** An action that has no words yet shows by its name: a record must never be left out. */
export function wordsOf(action: string): string {
  return ACTIONS[action as ActionName] ?? action
}
