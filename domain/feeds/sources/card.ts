import { canonical } from '../../audit/canonical'
import { dayOf, formatDay } from '../../calendar'
import { formatYuan } from '../../money'
import type { Card, Facts } from '../../student/facts'
import { STUDENT_NO } from '../student-no'
import { reject, source, type Source } from './table'

/** 一卡通余额, as it is now; whoever is not in it is not known to have none. */
export const card = balanceOf('card')

/** 报表日的余额, which refunds are paid by: the same balance on another day is news. */
export const cardReport: Source = {
  ...balanceOf('cardReport'),
  known: ({ facts: { cardReport: report } }) => report && [report.value, dayOf(report.asOf)],
  says: ({ facts: { cardReport: report } }) =>
    report
      ? `${formatDay(dayOf(report.asOf))}余额 ${formatYuan(report.value.balanceFen)} 元`
      : '还不知道',
}

function balanceOf(fact: 'card' | 'cardReport'): Source {
  const balance = (facts: Facts) => facts[fact]?.value.balanceFen
  return source<Card, Card>({
    columns: {
      studentNo: STUDENT_NO,
      balanceFen: { names: ['余额', '卡余额', '账户余额', '当前余额', '一卡通余额'] },
    },

    read(cells) {
      const balanceFen = cells.fen('balanceFen')
      return balanceFen === null || balanceFen < 0
        ? reject('余额应为不小于 0 的金额，最多两位小数')
        : { balanceFen }
    },

    // Two cards of one student, of which nobody can say which is paid back.
    fold: ([first = { balanceFen: 0 }, ...others]) =>
      others.every((other) => canonical(other) === canonical(first))
        ? first
        : reject('这个学号有几个不同的余额，请核对是哪一个'),

    absent: 'unknown',
    put: (student, value, said) => ({
      ...student,
      facts: { ...student.facts, [fact]: { value, ...said } },
    }),
    known: ({ facts }) => facts[fact]?.value,
    knownSince: ({ facts }) => facts[fact]?.asOf,
    isOpen: ({ facts }) => (balance(facts) ?? 0) > 0,

    says({ facts }) {
      const fen = balance(facts)
      return fen === undefined ? '还不知道' : `余额 ${formatYuan(fen)} 元`
    },
  })
}
