import type { RuleOf } from './rule'

/** The college verifies (学院核验) once every required item of the earlier steps is done or exempt. */
export const verification: RuleOf<'verification'> = ({ item, earlier }) => {
  const open = earlier.filter((other) => other.required && other.status === 'pending').length
  if (open > 0) {
    return {
      status: 'pending',
      turn: 'later',
      reason: `步骤 ${item.step - 1} 办完后，由学院核验`,
      headline: `还不能核验，前面还差 ${open} 项`,
    }
  }
  return { status: 'pending', turn: 'staff', reason: '等学院核验', headline: '等学院核验' }
}
