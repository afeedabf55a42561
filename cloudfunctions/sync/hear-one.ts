import { hear, isOlder } from '../../domain/feeds/compare'
import { isAhead } from '../../domain/feeds/exported'
import { isDoubted } from '../../domain/feeds/feed'
import { numbersIn, readRows } from '../../domain/feeds/reading'
import { finishes, type Finding } from '../../domain/feeds/recheck'
import { rowsOfRecords } from '../../domain/feeds/rows'
import { SOURCE_CARDS, type SourceCode } from '../../domain/feeds/source'
import { SOURCES } from '../../domain/feeds/sources'
import { lostZeros } from '../../domain/feeds/student-no'
import type { StudentWord } from '../../domain/feeds/wire'
import type { Student } from '../../domain/student/student'
import { record } from '../shared/audit'
import { clock } from '../shared/clock'
import { publishedCohort } from '../shared/cohorts'
import { SourceTrouble } from '../shared/feeds/ask'
import { feedIn } from '../shared/feeds/known'
import { saveStudents } from '../shared/students'
import type { Transaction } from '../shared/transaction'

interface Told extends StudentWord {
  source: SourceCode
}

/**
 * Puts what a system says of one student on their sheet, in the caller's transaction, and writes down
 * that they asked. What is not clear, and what would finish an item while the system is not believed,
 * changes nothing. Answers the student as the system says they are.
 * @throws SourceTrouble when it is nothing that can be used
 */
export async function hearOne(
  transaction: Transaction,
  studentNo: string,
  told: Told,
): Promise<{ finding: Finding; student: Student }> {
  const before = await transaction.get('students', studentNo)
  if (!before) throw new Error('a student is gone while they ask about themselves')
  const value = valueFor(studentNo, told)
  if (value === undefined) return { finding: 'unclear', student: before }
  if (value === 'unknown') return { finding: 'nothing', student: before }
  const feed = await feedIn(transaction, told.source)
  const { cohorts } = feed
  const saying = { ...told, way: 'push', mode: 'delta', cohort: null, cohorts } as const
  const heard = hear(saying, before, value)
  const after = heard?.after ?? before
  const cohort = await publishedCohort(before.cohort)
  const isDoubtful = isDoubted(feed) && finishes(cohort, before, after, clock.now())
  if (heard && !isDoubtful) await saveStudents(transaction, cohort, [{ before, after }])
  await writeDown(transaction, told.source, before, isDoubtful ? before : after)
  return {
    finding: isDoubtful ? 'doubted' : findingOf(heard, isOlder(saying, before)),
    student: after,
  }
}

/**
 * What a system's records of one student come to; undefined when there are none and it does not say
 * that it has looked the student up. @throws SourceTrouble when one cannot be used
 */
function valueFor(studentNo: string, told: Told): unknown {
  const { source: code, asOf, student, total, records } = told
  if (isAhead(asOf, clock.now())) throw new SourceTrouble('系统的时钟快了，它说的时间还没有到。')
  const source = SOURCES[code]
  const rows = rowsOfRecords(records)
  const lost = lostZeros(numbersIn(rows), new Set([studentNo]))
  const { words, rejects } = readRows(source, rows, [], lost)
  const [reject] = rejects
  if (reject) throw new SourceTrouble(`系统的记录用不上：${reject.reason}。`)
  const named = [...words.map((word) => word.studentNo), student ?? studentNo]
  if (named.some((each) => each !== studentNo)) {
    throw new SourceTrouble('系统答复的是另一名学生。')
  }
  if (total !== undefined && total !== records.length) {
    throw new SourceTrouble(`系统说有 ${total} 条，只传来 ${records.length} 条。`)
  }
  if (words.length > 0) return words[0]?.value
  return student === undefined ? undefined : source.absent
}

function findingOf(heard: ReturnType<typeof hear>, isLate: boolean): Finding {
  if (heard?.news) return 'news'
  return !heard && isLate ? 'older' : 'same'
}

async function writeDown(
  transaction: Transaction,
  source: SourceCode,
  before: Student,
  after: Student,
): Promise<void> {
  const { title, what } = SOURCE_CARDS[source]
  const { says } = SOURCES[source]
  const person = `student:${before._id}`
  await record(transaction, {
    person,
    by: person,
    role: 'student',
    action: 'sync.recheck',
    why: `本人请${title}核对`,
    before: { [what]: says(before) },
    after: { [what]: says(after) },
  })
}
