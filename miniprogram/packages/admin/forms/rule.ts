import { RULE_NAMES } from '../../../../domain/cohort/fit'
import type { Item, Rule, RuleKind } from '../../../../domain/cohort/schema'
import {
  choice,
  day,
  digits,
  lines,
  several,
  type Field,
} from '../../../../domain/procedures/fields'
import { FEE_TEXTS } from '../../../../domain/student/facts'
import type { Typed } from '../../../components/field-form/typed'
import { listIn, splitList, textIn, type PartForm } from './part-form'

const CONDITIONAL = { no: '不可以', yes: '可以' }

/** By what an item turns green. */
export function ruleForm(index: number, { title, rule }: Item): PartForm {
  const path = `items.${index}.rule`
  const fields = (typed: Typed): Record<string, Field> => ({
    kind: choice('凭什么算办好', RULE_NAMES),
    ...MORE[typed.kind as RuleKind],
  })
  return {
    headline: `${title}凭什么算办好`,
    lead: '改了以后，学生的圆点按新的依据重新算。',
    typed: startOf(rule),
    fields: (typed) => Object.entries(fields(typed)).map(([name, { view }]) => ({ name, ...view })),
    places: {
      kind: [path],
      fees: [`${path}.fees`],
      reportOn: [`${path}.reportOn`],
      unpaidDays: [`${path}.accountKept.unpaidDays`],
      paidDays: [`${path}.accountKept.paidDays`],
      things: [`${path}.things`],
    },
    changes: (typed) => [{ do: 'set', path, value: ruleIn(typed) }],
  }
}

const MORE: Record<RuleKind, Record<string, Field>> = {
  arrears: { fees: several('看哪几种费用', FEE_TEXTS) },
  card: {
    reportOn: day('报表日', { hint: '以哪一天的余额退费' }),
    unpaidDays: digits('没有退款时账号保存几天', { most: 4 }),
    paidDays: digits('退款后账号保存几天', { most: 4 }),
  },
  loans: {},
  residence: { things: lines('查房看哪些东西', { hint: '几样之间写顿号' }) },
  completion: {},
  verification: { conditional: choice('可以有条件通过吗', CONDITIONAL) },
}

function startOf(rule: Rule): Typed {
  switch (rule.kind) {
    case 'arrears':
      return { kind: rule.kind, fees: rule.fees }
    case 'card': {
      const { unpaidDays, paidDays } = rule.accountKept
      const kept = { unpaidDays: String(unpaidDays), paidDays: String(paidDays) }
      return { kind: rule.kind, reportOn: rule.reportOn, ...kept }
    }
    case 'residence':
      return { kind: rule.kind, things: rule.things.join('、') }
    case 'verification':
      return { kind: rule.kind, conditional: rule.conditional ? 'yes' : 'no' }
    default:
      return { kind: rule.kind }
  }
}

function ruleIn(typed: Typed): unknown {
  const { kind } = typed
  switch (kind) {
    case 'arrears':
      return { kind, fees: listIn(typed, 'fees') }
    case 'card': {
      const days = (name: string) => Number(textIn(typed, name))
      const accountKept = { unpaidDays: days('unpaidDays'), paidDays: days('paidDays') }
      return { kind, reportOn: textIn(typed, 'reportOn'), accountKept }
    }
    case 'residence':
      return { kind, things: splitList(textIn(typed, 'things')) }
    case 'verification':
      return { kind, conditional: typed.conditional === 'yes' }
    default:
      return { kind }
  }
}
