import type { RejectView } from './answers'
import type { Row } from './rows'
import { isReject, reject, type Source } from './sources/table'
import { studentNoOf } from './student-no'

/** What a source says of one student, and where it begins to. */
export interface Word {
  studentNo: string
  value: unknown
  line: number
}

/** What a source's rows come to, student by student. */
export interface Reading {
  /** In the order of the student numbers. */
  words: Word[]
  /** Rows that could not be used. */
  rejects: RejectView[]
  /** Whom a row names that could not be used: nothing is known of them by this run. */
  spoiled: string[]
  /** Rows that do not even say whom they are about. */
  nameless: number
}

/**
 * Reads all rows of a run. A student with one bad row is left as they were: the others may be half of
 * the truth.
 * @param cleared student numbers for whom a system says that nothing is open any more
 */
export function readRows(
  source: Source,
  rows: readonly Row[],
  cleared: readonly string[] = [],
): Reading {
  const rejects: RejectView[] = []
  const words = new Map(
    clearedWords(source, cleared, rejects).map((word) => [word.studentNo, word]),
  )
  for (const { studentNo, line, entries } of byStudent(source, rows, rejects)) {
    const value = source.fold(entries)
    if (isReject(value)) rejects.push({ line, who: studentNo, reason: value.reject })
    else words.set(studentNo, { studentNo, value, line })
  }
  const spoiled = new Set(rejects.map(({ who }) => who))
  return {
    words: [...words.values()]
      .filter(({ studentNo }) => !spoiled.has(studentNo))
      .sort((a, b) => (a.studentNo < b.studentNo ? -1 : 1)),
    rejects: [...rejects].sort((a, b) => a.line - b.line),
    spoiled: [...spoiled].filter((who) => who !== ''),
    nameless: rejects.filter(({ who }) => who === '').length,
  }
}

interface OwnRows {
  studentNo: string
  line: number
  entries: unknown[]
}

const NAMELESS = '看不出是哪位学生，学号应为数字或字母'

function byStudent(source: Source, rows: readonly Row[], rejects: RejectView[]): OwnRows[] {
  const found = new Map<string, OwnRows>()
  for (const { line, cells } of rows) {
    const studentNo = studentNoOf(cells.text('studentNo'))
    const entry = studentNo === '' ? reject(NAMELESS) : source.read(cells)
    if (isReject(entry)) {
      rejects.push({ line, who: studentNo, reason: entry.reject })
      continue
    }
    const own = found.get(studentNo) ?? { studentNo, line, entries: [] }
    own.entries.push(entry)
    found.set(studentNo, own)
  }
  return [...found.values()]
}

function clearedWords(source: Source, cleared: readonly string[], rejects: RejectView[]): Word[] {
  return cleared.flatMap((text, index): Word[] => {
    const studentNo = studentNoOf(text)
    const line = index + 1
    if (studentNo !== '' && source.absent !== 'unknown') {
      return [{ studentNo, value: source.absent, line }]
    }
    const reason = studentNo === '' ? NAMELESS : '这个来源不能只说一名学生已经结清'
    rejects.push({ line, who: studentNo, reason })
    return []
  })
}
