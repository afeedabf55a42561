import type { Loan } from '../../student/facts'
import { STUDENT_NO } from '../student-no'
import { reject, source } from './table'

/** 在借图书: a row for each book; whoever is not in it has returned all. */
export const library = source<Loan, Loan[]>({
  columns: {
    studentNo: STUDENT_NO,
    barcode: { names: ['条码号', '条形码', '图书条码', '条码', '财产号'] },
    title: { names: ['题名', '书名', '图书名称', '正题名'] },
  },

  read(cells) {
    const barcode = cells.text('barcode')
    const title = cells.text('title')
    if (!/^[\w.-]{1,30}$/.test(barcode)) return reject('条码号应为字母和数字')
    return title === '' ? reject('没有写书名') : { barcode, title: title.slice(0, 200) }
  },

  fold: (entries) => inOrder([...new Map(entries.map((loan) => [loan.barcode, loan])).values()]),
  absent: [],
  put: (student, value, said) => ({
    ...student,
    facts: { ...student.facts, loans: { value, ...said } },
  }),
  known: ({ facts }) => facts.loans && inOrder(facts.loans.value),
  knownSince: ({ facts }) => facts.loans?.asOf,
  isOpen: ({ facts }) => (facts.loans?.value.length ?? 0) > 0,

  says({ facts }) {
    if (!facts.loans) return '还不知道'
    const count = facts.loans.value.length
    return count > 0 ? `在借 ${count} 本` : '没有在借图书'
  },
})

function inOrder(loans: readonly Loan[]): Loan[] {
  return [...loans].sort((a, b) => (a.barcode < b.barcode ? -1 : 1))
}
