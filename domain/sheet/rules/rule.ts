import type { Item, Rule as RuleData, RuleKind } from '../../cohort/schema'
import type { Fact, Facts } from '../../student/facts'
import type { Basis, Finding, SheetItem } from '../sheet'

export interface RuleContext<Kind extends RuleKind> {
  item: Item
  rule: Extract<RuleData, { kind: Kind }>
  facts: Facts
  /** The items of all earlier steps, already derived. */
  earlier: readonly SheetItem[]
}

/** Decides one item from facts alone. Grey is not its business: `deriveSheet` has asked that before. */
export type RuleOf<Kind extends RuleKind> = (context: RuleContext<Kind>) => Finding

/** What a rule says before a source has spoken: never green by accident. */
export function unheard(subject: string): Finding {
  return {
    status: 'pending',
    turn: 'staff',
    reason: `${subject}还没有传来`,
    headline: `${subject}还没有传来`,
  }
}

/** Where a fact that a feed brought comes from. */
export function fedBy({ asOf, source }: Fact<unknown>): Basis {
  return { asOf, source, kind: 'feed' }
}
