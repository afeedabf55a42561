import { beforeZerosWereLost, lostZeros } from '../../../domain/feeds/student-no'
import { store } from '../store'
import { after, oneOf } from '../where'

/** Numbers asked for at once: with what they may have been they fill a page of the database. */
const NUMBERS = 33
/** Pages at once. */
const AT_ONCE = 4

/** Whose of the numbers that somebody sent have lost their zeros; see `lostZeros`. */
export async function zerosLostFrom(written: readonly string[]): Promise<Map<string, string[]>> {
  const suspects = written.filter((each) => beforeZerosWereLost(each).length > 1)
  if (suspects.length === 0 || !(await anyBeginsWithZero())) return new Map()
  const known = new Set<string>()
  for (let start = 0; start < suspects.length; start += NUMBERS * AT_ONCE) {
    const pages = Array.from({ length: AT_ONCE }, (_, page) => {
      const from = start + page * NUMBERS
      return suspects.slice(from, from + NUMBERS).flatMap(beforeZerosWereLost)
    })
    const found = await Promise.all(pages.map(whoAreThere))
    for (const studentNo of found.flat()) known.add(studentNo)
  }
  return lostZeros(suspects, known)
}

/** At most schools nobody does; then one read is all. */
async function anyBeginsWithZero(): Promise<boolean> {
  const [first] = await store.find('students', {
    where: { _id: after('0') },
    orderBy: [['_id', 'asc']],
    limit: 1,
  })
  return first?._id.startsWith('0') ?? false
}

async function whoAreThere(numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const students = await store.find('students', { where: { _id: oneOf(numbers) } })
  return students.map(({ _id }) => _id)
}
