import type { Word } from '../../../domain/feeds/reading'
import type { Student } from '../../../domain/student/student'
import { store } from '../store'
import { after, oneOf } from '../where'

const PAGE = 100

/** Some students, and the words about them and about whoever should have been among them. */
export interface StudentPage {
  students: Student[]
  words: Word[]
  /** The last student number that it reaches to; null for the last page. */
  end: string | null
}

/** The next students of all, whether somebody speaks of them or not. */
export async function studentsAfter(last: string, words: readonly Word[]): Promise<StudentPage> {
  const students = await store.find('students', {
    where: { _id: after(last) },
    orderBy: [['_id', 'asc']],
    limit: PAGE,
  })
  const end = students.length < PAGE ? null : (students[PAGE - 1]?._id ?? null)
  const reached = ({ studentNo }: Word) => studentNo > last && (end === null || studentNo <= end)
  return { students, words: words.filter(reached), end }
}

/** The next of those of whom somebody speaks. */
export async function studentsNamed(last: string, words: readonly Word[]): Promise<StudentPage> {
  const rest = words.filter(({ studentNo }) => studentNo > last)
  const some = rest.slice(0, PAGE)
  if (some.length === 0) return { students: [], words: [], end: null }
  const numbers = some.map(({ studentNo }) => studentNo)
  const students = await store.find('students', { where: { _id: oneOf(numbers) } })
  const end = rest.length > PAGE ? (numbers[PAGE - 1] ?? null) : null
  return { students, words: some, end }
}
