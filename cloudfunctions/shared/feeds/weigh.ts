import { hear, type Heard, type Saying } from '../../../domain/feeds/compare'
import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Student } from '../../../domain/student/student'
import type { StudentPage } from './paging'
import { unproved } from './proofs'
import type { Work } from './runs'
import type { Change } from './staging'
import { weighStrangers, type Strangers } from './strangers'

const SAMPLES_MOST = 20

type Words = ReadonlyMap<string, unknown>

/** A student, and what a run would change of them. */
interface Weighed {
  student: Student
  heard: Heard | null
  /** Whether it brings the proof by which they bind, and there is none. */
  proves: boolean
}

/** What a run would change of a page of students, added to what it would change of those before. */
export async function weigh(work: Work, page: StudentPage, feed: Feed): Promise<Work> {
  const { run, staged } = work
  const words = new Map(page.words.map(({ studentNo, value }) => [studentNo, value]))
  const spoiled = new Set(staged.spoiled)
  const saying = sayingOf(run, feed)
  const proving = await unproved(run.source, page.students, words)
  const weighed = page.students.map((student) => ({
    student,
    heard: spoiled.has(student._id) ? null : hear(saying, student, words.get(student._id)),
    proves: proving.has(student._id),
  }))
  const known = new Set(page.students.map(({ _id }) => _id))
  const unknown = page.words.filter(({ studentNo }) => !known.has(studentNo))
  const strangers = await weighStrangers(run, saying, unknown)
  return {
    run: { ...run, ...counted(run, weighed, words, strangers) },
    staged: {
      ...staged,
      changes: staged.changes.concat(weighed.flatMap(toChange), strangers.changes),
      rejects: staged.rejects.concat(strangers.rejects),
    },
  }
}

export function sayingOf({ source, way, mode, asOf, cohort }: Run, { cohorts }: Feed): Saying {
  if (asOf === null) throw new Error('a run is compared before anybody knows when it is from')
  return { source, way, mode, asOf, cohort, cohorts }
}

function counted(
  run: Run,
  weighed: readonly Weighed[],
  words: Words,
  strangers: Strangers,
): Partial<Run> {
  const { isOpen } = SOURCES[run.source]
  const joining = strangers.changes.length
  const count = (holds: (one: Weighed) => boolean) => weighed.filter(holds).length
  const isOpenIn = (student: Student) => student.cohort === run.cohort && isOpen(student)
  return {
    named: run.named + joining + count(({ student }) => words.has(student._id)),
    changed: run.changed + joining + count(({ heard }) => heard?.news ?? false),
    cleared: run.cleared + count(({ heard }) => heard?.clears ?? false),
    silent: run.silent + count(({ heard }) => heard?.silent ?? false),
    open: run.open + count(({ student }) => isOpenIn(student)),
    openAfter: run.openAfter + count(({ student, heard }) => isOpenIn(heard?.after ?? student)),
    samples: [...run.samples, ...samplesOf(run, weighed), ...strangers.samples].slice(
      0,
      SAMPLES_MOST,
    ),
  }
}

function samplesOf({ source }: Run, weighed: readonly Weighed[]): Run['samples'] {
  const { says } = SOURCES[source]
  return weighed.flatMap(({ student, heard }) => {
    if (!heard?.news) return []
    const { _id: studentNo, name } = student
    return [{ studentNo, name, before: says(student), after: says(heard.after) }]
  })
}

function toChange({ student, heard, proves }: Weighed): Change[] {
  if (!heard && !proves) return []
  const { _id: studentNo, cohort, className } = student
  return [{ studentNo, cohort, className, news: heard?.news ?? false, joins: false, proves }]
}
