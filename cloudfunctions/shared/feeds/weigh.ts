import { hear, type Heard, type Saying } from '../../../domain/feeds/compare'
import type { Feed } from '../../../domain/feeds/feed'
import type { Run } from '../../../domain/feeds/run'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Student } from '../../../domain/student/student'
import type { StudentPage } from './paging'
import type { Work } from './runs'
import type { Change } from './staging'

const SAMPLES_MOST = 20
const UNKNOWN = '名单里没有这个学号'

/** What a run would change of a page of students, added to what it would change of those before. */
export async function weigh(work: Work, page: StudentPage, feed: Feed): Promise<Work> {
  const { run, staged } = work
  const saying = sayingOf(run, feed)
  const words = new Map(page.words.map(({ studentNo, value }) => [studentNo, value]))
  const spoiled = new Set(staged.spoiled)
  const known = new Set(page.students.map(({ _id }) => _id))
  const weighed = page.students.map((student) => ({
    student,
    heard: spoiled.has(student._id) ? null : hear(saying, student, words.get(student._id)),
  }))
  const strangers = page.words.filter(({ studentNo }) => !known.has(studentNo))
  return {
    run: { ...run, ...counted(run, weighed, words) },
    staged: {
      ...staged,
      changes: staged.changes.concat(weighed.flatMap(toChange)),
      rejects: staged.rejects.concat(
        strangers.map(({ line, studentNo }) => ({ line, who: studentNo, reason: UNKNOWN })),
      ),
    },
  }
}

export function sayingOf({ source, way, mode, asOf }: Run, feed: Feed): Saying {
  if (asOf === null) throw new Error('a run is compared before anybody knows when it is from')
  return { source, way, mode, asOf, knownAsOf: feed.asOf }
}

interface Weighed {
  student: Student
  heard: Heard | null
}

function counted(
  run: Run,
  weighed: readonly Weighed[],
  words: ReadonlyMap<string, unknown>,
): Partial<Run> {
  const { isOpen, says } = SOURCES[run.source]
  const news = weighed.flatMap(({ student, heard }) =>
    heard?.news ? [{ student, after: heard.after }] : [],
  )
  const samples = news.map(({ student, after }) => ({
    ...{ studentNo: student._id, name: student.name },
    ...{ before: says(student), after: says(after) },
  }))
  const count = (holds: (one: Weighed) => boolean) => weighed.filter(holds).length
  return {
    named: run.named + count(({ student }) => words.has(student._id)),
    changed: run.changed + news.length,
    cleared: run.cleared + count(({ heard }) => heard?.clears ?? false),
    open: run.open + count(({ student }) => isOpen(student)),
    openAfter: run.openAfter + count(({ student, heard }) => isOpen(heard?.after ?? student)),
    samples: [...run.samples, ...samples].slice(0, SAMPLES_MOST),
  }
}

function toChange({ student, heard }: Weighed): Change[] {
  if (!heard) return []
  const { _id: studentNo, cohort, className } = student
  return [{ studentNo, cohort, className, news: heard.news }]
}
