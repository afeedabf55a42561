import { tableOf } from '../procedures/tables'
import type { ProcedureCode } from '../procedures/request'
import type { Cohort, Item, RuleKind } from './schema'

/** What an item with a procedure must be like, or a request of it would move the wrong dot. */
const FITS: Record<ProcedureCode, { rule: RuleKind; items: 'one' | 'several' }> = {
  dormCheckout: { rule: 'residence', items: 'one' },
  cardRefund: { rule: 'card', items: 'one' },
  // One thread with finance about all kinds of fees; it moves none of them.
  feeQuestion: { rule: 'arrears', items: 'several' },
  bookLoss: { rule: 'loans', items: 'one' },
  league: { rule: 'completion', items: 'one' },
  party: { rule: 'completion', items: 'one' },
  archive: { rule: 'completion', items: 'one' },
  hukou: { rule: 'completion', items: 'one' },
  verification: { rule: 'verification', items: 'one' },
  register: { rule: 'completion', items: 'several' },
}

/** How an item learns that it is done, as one says it. */
export const RULE_NAMES: Record<RuleKind, string> = {
  arrears: '财务的欠费数据',
  card: '一卡通余额',
  loans: '图书馆的借书数据',
  residence: '宿舍数据',
  completion: '部门登记办结',
  verification: '前面都办完，学院核验',
}

/** Whether an item whose green comes from a rule can have a procedure. */
export function fits(procedure: ProcedureCode, rule: RuleKind): boolean {
  return FITS[procedure].rule === rule
}

/** The item that has a procedure already of which there can be one; undefined when it is free. */
export function holderOf({ items }: Pick<Cohort, 'items'>, procedure: ProcedureCode) {
  return FITS[procedure].items === 'one'
    ? items.find((item) => item.procedure === procedure)
    : undefined
}

/** Why an item would not work with its procedure and its rule, a sentence; null when it would. */
export function misfitOf(item: Item, cohort: Pick<Cohort, 'items'>): string | null {
  const { title, rule, procedure } = item
  if (procedure === undefined) {
    return needsProcedure(rule.kind) ? `「${title}」没有选怎么办理，谁也办不完它` : null
  }
  const called = tableOf(procedure).title
  if (!fits(procedure, rule.kind)) {
    const needed = RULE_NAMES[FITS[procedure].rule]
    return `「${title}」选了${called}，办结依据要选「${needed}」`
  }
  const holder = holderOf(cohort, procedure)
  return holder && holder.code !== item.code
    ? `「${title}」和「${holder.title}」都选了${called}，只能有一个`
    : null
}

/** Nothing that is brought in turns it green: without a procedure nobody has a way to say it. */
export function needsProcedure(rule: RuleKind): boolean {
  return rule === 'completion' || rule === 'verification'
}
