import { formatYuan, sumFen } from '../../money'
import { FEE_TEXTS, type Arrear } from '../../student/facts'
import type { Line } from '../sheet'
import { fedBy, unheard, type RuleOf } from './rule'

/** Fees are done when nothing is owed for any school year, prior years included (含往年欠费). */
export const arrears: RuleOf<'arrears'> = ({ rule, item, facts }) => {
  const fact = facts.arrears
  if (!fact) return unheard('缴费数据')
  const entries = fact.value
    .filter((arrear) => rule.fees.includes(arrear.fee))
    .sort((a, b) => a.year - b.year)
  const owing = entries.filter((arrear) => arrear.owedFen > 0)
  const basis = fedBy(fact)
  const lines = entries.map(toLine)
  if (owing.length === 0) {
    return { status: 'done', reason: '没有欠费', headline: `${item.title}没有欠费`, lines, basis }
  }
  const total = formatYuan(sumFen(owing.map((arrear) => arrear.owedFen)))
  return {
    status: 'pending',
    turn: 'student',
    reason: describe(owing, item.title, total),
    headline: `还欠 ${total} 元`,
    lines,
    total: `${total} 元`,
    basis,
  }
}

function describe(owing: Arrear[], title: string, total: string): string {
  const [only] = owing
  return owing.length === 1 && only
    ? `欠 ${schoolYear(only.year)}${FEE_TEXTS[only.fee]} ${total} 元`
    : `欠 ${owing.length} 个学年${title}，共 ${total} 元`
}

function toLine(arrear: Arrear): Line {
  return {
    label: `${schoolYear(arrear.year)}　${FEE_TEXTS[arrear.fee]}`,
    value: formatYuan(arrear.owedFen),
  }
}

function schoolYear(year: number): string {
  return `${year}–${year + 1} 学年`
}
