import { hear } from '../../../domain/feeds/compare'
import { ClearanceError } from '../../../domain/errors'
import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Student } from '../../../domain/student/student'
import { clock } from '../clock'
import { publishedCohort } from '../cohorts'
import { saveStudents, type StudentChange } from '../students'
import { inTransaction } from '../transaction'
import { feedOf, type Work } from './runs'
import type { Change } from './staging'
import { sayingOf } from './weigh'

/** Students in one transaction: what fits easily into the seconds that the database gives it. */
const AT_ONCE = 20

/**
 * Writes what a run changes: a class after the other, as its students share a tally. Everything is heard
 * once more in the transaction, so that a group written twice is written once, and what has become
 * newer meanwhile stays.
 */
export async function apply({ run, staged }: Work, deadline: Date): Promise<Work> {
  const feed = await feedOf(run.source)
  const groups = groupsOf(staged.changes)
  const words = new Map(staged.words.map(({ studentNo, value }) => [studentNo, value]))
  let { applied } = run
  let place = Number(run.position)
  for (; place < groups.length && clock.now() < deadline; place++) {
    applied += await applyGroup(run, feed, groups[place] ?? [], words)
  }
  const state = place < groups.length ? run.state : 'done'
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
    Array.from({ length: Math.ceil(own.length / AT_ONCE) }, (_, index) =>
      own.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    ),
  )
}

/** Answers for how many of the group the news is in place now. */
async function applyGroup(
  run: Run,
  feed: Feed,
  group: readonly Change[],
  words: ReadonlyMap<string, unknown>,
): Promise<number> {
  const cohort = await cohortOf(group)
  if (!cohort) return 0
  return inTransaction(async (transaction) => {
    const writes: StudentChange[] = []
    let inPlace = 0
    for (const { studentNo, news } of group) {
      const before = await transaction.get('students', studentNo)
      if (!before) continue
      const heard = hear(sayingOf(run, feed), before, words.get(studentNo))
      if (heard) writes.push({ before, after: heard.after })
      if (news && (heard || isInPlace(run, before))) inPlace++
    }
    await saveStudents(transaction, cohort, writes)
    return inPlace
  })
}

/** Whether a function that died has written this student already. */
function isInPlace({ source, asOf }: Run, student: Student): boolean {
  const since = SOURCES[source].knownSince?.(student)
  return since === undefined || since === asOf
}

/** The sheets of a cohort that is not published any more are nobody's: their students stay as they are. */
async function cohortOf([first]: readonly Change[]) {
  try {
    return first ? await publishedCohort(first.cohort) : null
  } catch (error) {
    if (error instanceof ClearanceError) return null
    throw error
  }
}
