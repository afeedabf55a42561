import { hearTraits } from '../../student/hearing'
import type { Student } from '../../student/student'
import { TRAIT_TEXTS, type Trait } from '../../student/traits'
import { STUDENT_NO } from '../student-no'
import { source, type Source } from './table'

/** A list of those who are something: whoever is not on it is not. */
function listOf(trait: Trait): Source {
  const has = ({ traits }: Student) => traits.includes(trait)
  return source<boolean, boolean>({
    columns: { studentNo: STUDENT_NO },
    read: () => true,
    fold: () => true,
    absent: false,
    put: (student, value, { asOf }) => hearTraits(student, { [trait]: value }, asOf),
    known: has,
    knownSince: ({ traitsAsOf }) => traitsAsOf?.[trait],
    // Whoever is taken off the list has nothing to do any more: the item turns grey.
    isOpen: has,
    says: (student) => (has(student) ? TRAIT_TEXTS[trait].name : TRAIT_TEXTS[trait].lacking),
  })
}

/** 团员名单 */
export const league = listOf('leagueMember')
/** 党员名单 */
export const party = listOf('partyMember')
/** 户籍名册 */
export const hukou = listOf('campusHukou')
