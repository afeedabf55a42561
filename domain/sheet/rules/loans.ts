import { formatFullDay } from '../../calendar'
import type { Facts } from '../../student/facts'
import { fedBy, unheard, type RuleOf } from './rule'

/** The library card can be cancelled when no book is on loan (借书证上无欠书). */
export const loans: RuleOf<'loans'> = ({ facts }) => {
  const fact = facts.loans
  if (!fact) return unheard('借阅数据')
  const basis = fedBy(fact)
  const count = fact.value.length
  if (count === 0) {
    const lines = [{ label: '借书证', value: cardOf(facts) }]
    return { status: 'done', reason: '没有在借图书', headline: '没有在借图书', lines, basis }
  }
  return {
    status: 'pending',
    turn: 'student',
    reason: `在借 ${count} 本`,
    headline: `还有 ${count} 本书没还`,
    lines: fact.value.map((loan) => ({ label: loan.title, value: loan.barcode })),
    basis,
  }
}

/** 待借书证上无欠书即可办理借书证注销手续: what the library has recorded of it. */
function cardOf({ libraryCard }: Facts): string {
  if (!libraryCard) return '没有欠书，可以到图书馆办理注销'
  return `${formatFullDay(libraryCard.value.cancelledOn)}已注销`
}
