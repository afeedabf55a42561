import type { VerifiedAnswer } from '../../domain/procedures/answers'
import type { Student } from '../../domain/student/student'
import { store } from '../shared/store'
import { oneOf } from '../shared/where'
import { notDone, notYours } from './one-of-many'

/**
 * Does something about each of several students, with a result for each: what fails for one says so,
 * and leaves the others done.
 * @param work throws where it cannot be done; answers what was done in words
 */
export async function eachStudent(
  numbers: readonly string[],
  work: (student: Student) => Promise<string>,
): Promise<VerifiedAnswer> {
  const found = await store.find('students', { where: { _id: oneOf([...numbers]) } })
  const results: VerifiedAnswer['results'] = []
  for (const studentNo of new Set(numbers)) {
    const student = found.find(({ _id }) => _id === studentNo)
    results.push({ studentNo, ...(await resultFor(student, work)) })
  }
  return { results }
}

async function resultFor(
  student: Student | undefined,
  work: (student: Student) => Promise<string>,
) {
  try {
    if (!student) throw notYours('这位同学')
    return { ok: true, message: await work(student) }
  } catch (error) {
    return notDone(error)
  }
}
