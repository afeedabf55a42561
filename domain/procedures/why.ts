import { ROLE_NAMES } from '../roles/people'
import { describe, stateOf } from './advance'
import type { Procedure } from './procedure'
import type { RequestBrief } from './request'

/**
 * Why the staff moved a request last, and who: 招生就业处撤回了上一步：登记错了人. Empty without a reason,
 * and where the state that it moved to says it already: 已退回：地址不完整.
 */
export function whyOf(table: Procedure, brief: RequestBrief): string {
  const { word, note, state } = brief
  if (!word) return ''
  const { says } = stateOf(table, state)
  const isSaid = word.note === note && says(brief) !== says({ ...brief, note: '' })
  return isSaid ? '' : `${ROLE_NAMES[word.role]}${describe(table, word)}：${word.note}`
}
