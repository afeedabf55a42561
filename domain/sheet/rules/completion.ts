import { formatFullDay } from '../../calendar'
import type { RuleOf } from './rule'

/** Finished when the department in charge has put it on record. */
export const completion: RuleOf<'completion'> = ({ item, facts }) => {
  const fact = facts.completions?.[item.code]
  if (!fact) {
    const reason = `${item.department}还没有登记办结`
    return { status: 'pending', turn: 'student', reason, headline: `${item.title}还没有办结` }
  }
  const { on, note } = fact.value
  return {
    status: 'done',
    reason: note || `${formatFullDay(on)}办结`,
    headline: `${formatFullDay(on)}已办结`,
    lines: note ? [{ label: '登记', value: note }] : [],
    basis: { asOf: fact.asOf, source: fact.source, kind: 'record' },
  }
}
