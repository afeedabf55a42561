import type { RuleOf } from './rule'

/** Finished by what a department puts on record, which is a request; before that there is nothing. */
export const completion: RuleOf<'completion'> = ({ item }) => ({
  status: 'pending',
  turn: 'student',
  reason: `${item.department}还没有登记办结`,
  headline: `${item.title}还没有办结`,
})
