import { formatYuan } from '../../money'
import { refundable } from '../../student/facts'
import { fedBy, unheard, type RuleOf } from './rule'

/** The campus card is settled when nothing is left on it. */
export const card: RuleOf<'card'> = ({ facts }) => {
  const fact = refundable(facts)
  if (!fact) return unheard('一卡通数据')
  const basis = fedBy(fact)
  if (fact.value.balanceFen === 0) {
    return {
      status: 'done',
      reason: '余额 0.00 元，不用退',
      headline: '余额 0.00 元，不用退',
      basis,
    }
  }
  const balance = formatYuan(fact.value.balanceFen)
  return {
    status: 'pending',
    turn: 'student',
    reason: `余额 ${balance} 元，可以退`,
    headline: `余额 ${balance} 元，可以退`,
    lines: [{ label: '一卡通余额', value: `${balance} 元` }],
    basis,
  }
}
