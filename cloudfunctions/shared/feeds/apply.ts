import { hear, toldBy } from '../../../domain/feeds/compare'
import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Student } from '../../../domain/student/student'
import { cohortIfPublished } from '../cohorts'
import { saveStudents, type StudentChange } from '../students'
import { inTransaction } from '../transaction'
import { askAllInFull } from './newcomers'
import { hashProofs, keepProofs } from './proofs'
import type { Work } from './runs'
import type { Change } from './staging'
import { sayingOf } from './weigh'
import type { HasTime } from './time'

type Words = ReadonlyMap<string, unknown>

/** Students in one transaction: what fits easily into the seconds that the database gives it. */
const GROUP = 20
/** Transactions at once: enough to be quick, few enough for the database's connections. */
const AT_ONCE = 4

/**
 * Writes what a run changes: a class after the other, as its students share a tally. Everything is heard
 * once more in the transaction, so that a group written twice is written once, and what has become
 * newer meanwhile stays.
 */
export async function apply({ run, staged }: Work, feed: Feed, hasTime: HasTime): Promise<Work> {
  const groups = groupsOf(staged.changes)
  const words = new Map(staged.words.map(({ studentNo, value }) => [studentNo, value]))
  let { applied } = run
  let place = Number(run.position)
  for (; place < groups.length && hasTime(); place += AT_ONCE) {
    const some = groups.slice(place, place + AT_ONCE)
    const written = await Promise.all(some.map((group) => applyGroup(run, feed, group, words)))
    applied += written.reduce((sum, count) => sum + count, 0)
  }
  const state = place < groups.length ? run.state : 'done'
  if (state === 'done' && staged.changes.some(({ joins }) => joins)) await askAllInFull()
  return { run: { ...run, applied, position: String(place), state }, staged }
}

/** The students to change, class by class and not too many at once. */
function groupsOf(changes: readonly Change[]): Change[][] {
  const classes = new Map<string, Change[]>()
  for (const change of changes) {
    const name = `${change.cohort}#${change.className}`
    classes.set(name, [...(classes.get(name) ?? []), change])
  }
  return [...classes.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / GROUP) }, (_, index) =>
      own.slice(index * GROUP, (index + 1) * GROUP),
    ),
  )
}

/** Answers for how many of the group the news is in place now. */
async function applyGroup(
  run: Run,
  feed: Feed,
  group: readonly Change[],
  words: Words,
): Promise<number> {
  // The sheets of a cohort that is not published any more are nobody's: its students stay as they are.
  const cohort = await cohortIfPublished(group[0]?.cohort ?? '')
  if (!cohort) return 0
  const proofs = await hashProofs(run.source, group, words)
  return inTransaction(async (transaction) => {
    const writes: StudentChange[] = []
    let inPlace = 0
    for (const change of group) {
      const before = await transaction.get('students', change.studentNo)
      const after = afterwards(run, feed, change, before, words)
      if (after) writes.push({ before, after })
      if (change.news && (after || (before && isInPlace(run, before)))) inPlace++
    }
    await saveStudents(transaction, cohort, writes)
    await keepProofs(transaction, proofs)
    return inPlace
  })
}

/** A student as they are to be; null when nothing is to be written. */
function afterwards(
  run: Run,
  feed: Feed,
  { studentNo, cohort }: Change,
  before: Student | null,
  words: Words,
): Student | null {
  const value = words.get(studentNo)
  const saying = sayingOf(run, feed)
  if (before) return hear(saying, before, value)?.after ?? null
  return SOURCES[run.source].enrol?.student(studentNo, cohort, value, toldBy(saying)) ?? null
}

/** Whether a function that died has written this student already. */
function isInPlace({ source, asOf }: Run, student: Student): boolean {
  const since = SOURCES[source].knownSince?.(student)
  return since === undefined || since === asOf
}
