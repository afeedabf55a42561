import { formatFullDay } from '../../calendar'
import type { LibraryCard } from '../../student/facts'
import { STUDENT_NO } from '../student-no'
import { reject, source } from './table'

/** 借书证的注销: a row for each card that the library has cancelled; of the others nothing is known. */
export const libraryCard = source<LibraryCard, LibraryCard>({
  columns: {
    studentNo: STUDENT_NO,
    cancelledOn: { names: ['注销日期', '注销时间', '办理日期', '退证日期'] },
  },

  read(cells) {
    const cancelledOn = cells.day('cancelledOn')
    return cancelledOn === null ? reject('注销日期应为 2022-06-22 这样的日期') : { cancelledOn }
  },

  fold: ([first, ...others]) =>
    first && others.every(({ cancelledOn }) => cancelledOn === first.cancelledOn)
      ? first
      : reject('这个学号有几个不同的注销日期，请核对是哪一天'),

  absent: 'unknown',
  put: (student, value, said) => ({
    ...student,
    facts: { ...student.facts, libraryCard: { value, ...said } },
  }),
  known: ({ facts }) => facts.libraryCard?.value,
  knownSince: ({ facts }) => facts.libraryCard?.asOf,
  // It turns nothing green: the books do.
  isOpen: () => false,
  says: ({ facts }) =>
    facts.libraryCard ? `${formatFullDay(facts.libraryCard.value.cancelledOn)}注销` : '没有注销',
})
