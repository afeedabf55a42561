import type { RuleKind } from '../../cohort/schema'
import type { Finding } from '../sheet'
import { arrears } from './arrears'
import { card } from './card'
import { completion } from './completion'
import { loans } from './loans'
import { residence } from './residence'
import type { RuleContext, RuleOf } from './rule'
import { verification } from './verification'

const RULES: { [Kind in RuleKind]: RuleOf<Kind> } = {
  arrears,
  card,
  loans,
  residence,
  completion,
  verification,
}

/** Applies the rule that the item names. */
export function applyRule<Kind extends RuleKind>(context: RuleContext<Kind>): Finding {
  const rule: RuleOf<Kind> = RULES[context.rule.kind]
  return rule(context)
}
