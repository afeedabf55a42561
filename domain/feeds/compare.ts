import { canonical } from '../audit/canonical'
import type { Student } from '../student/student'
import type { RunMode, RunView, RunWay } from './answers'
import { SOURCE_CARDS, type SourceCode } from './source'
import { SOURCES } from './sources'

/** How a run speaks: what it is true for, and how much. */
export interface Saying {
  source: SourceCode
  way: RunWay
  mode: RunMode
  /** Instant that it is true for, ISO. */
  asOf: string
  /** Instant that all students were known for before it, ISO; null for none. */
  knownAsOf: string | null
}

/** A student before and after a run has spoken. */
export interface Heard {
  after: Student
  /** Whether it is news; else only its age has changed. */
  news: boolean
  /** Whether something open is open no more, or the other way round. */
  clears: boolean
  opens: boolean
}

/**
 * What a run says of one student, or null when nothing is to be written: it says nothing of them,
 * nothing new, or something older than what is known.
 * @param value the student's value; undefined when the run does not name them
 */
export function hear(saying: Saying, student: Student, value: unknown): Heard | null {
  const source = SOURCES[saying.source]
  const said = value ?? (saying.mode === 'snapshot' ? source.absent : 'unknown')
  if (said === 'unknown' || isOlder(saying, source.knownSince?.(student))) return null
  const after = source.put(student, said, toldBy(saying))
  const news = canonical(source.known(student)) !== canonical(source.known(after))
  const aged = source.knownSince?.(student) !== source.knownSince?.(after)
  if (!news && !(aged && speaksOfOne(saying))) return null
  const [was, is] = [source.isOpen(student), source.isOpen(after)]
  return { after, news, clears: was && !is, opens: is && !was }
}

export function toldBy({ source, asOf }: Pick<Saying, 'source' | 'asOf'>) {
  return { asOf, source: SOURCE_CARDS[source].title }
}

/** Whether a run is older than what is known of a student. */
function isOlder({ asOf, knownAsOf }: Saying, knownSince: string | undefined): boolean {
  const known = [knownAsOf, knownSince].flatMap((at) => (at ? Date.parse(at) : []))
  return known.some((at) => at > Date.parse(asOf))
}

/**
 * A delta that a system pushes says nothing of the others, so the age of the whole source stays and
 * each student named keeps the new one: an older delta that comes late must find it.
 */
function speaksOfOne({ way, mode }: Pick<RunView, 'way' | 'mode'>): boolean {
  return way === 'push' && mode === 'delta'
}
