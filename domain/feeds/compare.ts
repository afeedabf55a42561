import { canonical } from '../audit/canonical'
import type { Student } from '../student/student'
import type { RunMode, RunView, RunWay } from './answers'
import { spokenOfAt, type Feed } from './feed'
import { SOURCE_CARDS, type SourceCode } from './source'
import { SOURCES } from './sources'

/** How a run speaks: what it is true for, and how much. */
export interface Saying {
  source: SourceCode
  way: RunWay
  mode: RunMode
  /** Instant that it is true for, ISO. */
  asOf: string
  /** The cohort whose students a snapshot means by saying nothing of them; null for none. */
  cohort: string | null
  /** What the source has said before of all students. */
  cohorts: Feed['cohorts']
}

/** A student before and after a run has spoken. */
export interface Heard {
  after: Student
  /** Whether it is news; else only its age has changed. */
  news: boolean
  /** Whether something is open no more that was or might have been, or the other way round. */
  clears: boolean
  opens: boolean
  /** Whether nothing is open by mere silence, of whom the source has never spoken. */
  silent: boolean
}

/**
 * What a run says of one student, or null when nothing is to be written: it says nothing of them,
 * nothing new, or something older than what is known.
 * @param value the student's value; undefined when the run does not name them
 */
export function hear(saying: Saying, student: Student, value: unknown): Heard | null {
  const source = SOURCES[saying.source]
  const said = value ?? silenceOf(saying, student)
  if (said === 'unknown' || isOlder(saying, student)) return null
  const after = source.put(student, said, toldBy(saying))
  const news = canonical(source.known(student)) !== canonical(source.known(after))
  const aged = source.knownSince?.(student) !== source.knownSince?.(after)
  if (!news && !(aged && speaksOfOne(saying))) return null
  const [was, is] = [source.isOpen(student), source.isOpen(after)]
  const silent = !is && value === undefined && source.known(student) === undefined
  return { after, news, clears: (was && !is) || silent, opens: is && !was, silent }
}

export function toldBy({ source, asOf }: Pick<Saying, 'source' | 'asOf'>) {
  return { asOf, source: SOURCE_CARDS[source].title }
}

/** What it means that a run does not name a student: a list of one cohort says nothing of another. */
function silenceOf({ source, mode, cohort }: Saying, student: Student): unknown {
  return mode === 'snapshot' && student.cohort === cohort ? SOURCES[source].absent : 'unknown'
}

/** Whether a run is older than what is known of a student. */
export function isOlder({ source, asOf, cohorts }: Saying, student: Student): boolean {
  const since = [spokenOfAt({ cohorts }, student), SOURCES[source].knownSince?.(student)]
  return since.some((at) => at !== undefined && Date.parse(at) > Date.parse(asOf))
}

/**
 * A delta that a system pushes says nothing of the others, so the age of the whole source stays and
 * each student named keeps the new one: an older delta that comes late must find it.
 */
function speaksOfOne({ way, mode }: Pick<RunView, 'way' | 'mode'>): boolean {
  return way === 'push' && mode === 'delta'
}
