import type { RejectView } from './answers'
import type { Row } from './rows'
import { isReject, type Source } from './sources/table'
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

/** A row that cannot be used, and of whom nothing can be said because of it. */
interface Bad extends RejectView {
  spoils: readonly string[]
}

/** Student numbers that lost their zeros, and whose they may be; as `lostZeros` tells. */
export type LostZeros = ReadonlyMap<string, readonly string[]>

/**
 * Reads all rows of a run. A student with one bad row is left as they were: the others may be half of
 * the truth.
 * @param cleared student numbers for whom a system says that nothing is open any more
 */
export function readRows(
  source: Source,
  rows: readonly Row[],
  cleared: readonly string[] = [],
  lost: LostZeros = new Map(),
): Reading {
  const bad: Bad[] = []
  const words = new Map(
    clearedWords(source, cleared, lost, bad).map((word) => [word.studentNo, word]),
  )
  for (const { studentNo, line, entries } of byStudent(source, rows, lost, bad)) {
    const value = source.fold(entries)
    if (isReject(value)) bad.push(rejected(line, studentNo, value.reject))
    else words.set(studentNo, { studentNo, value, line })
  }
  const spoiled = new Set(bad.flatMap(({ spoils }) => spoils))
  return {
    words: [...words.values()]
      .filter(({ studentNo }) => !spoiled.has(studentNo))
      .sort((a, b) => (a.studentNo < b.studentNo ? -1 : 1)),
    rejects: bad
      .sort((a, b) => a.line - b.line)
      .map(({ line, who, reason }) => ({ line, who, reason })),
    spoiled: [...spoiled],
    nameless: bad.filter(({ who }) => who === '').length,
  }
}

/** The student numbers that stand in rows and among the cleared, each once. */
export function numbersIn(rows: readonly Row[], cleared: readonly string[] = []): string[] {
  const texts = rows.map(({ cells }) => cells.text('studentNo')).concat(cleared)
  return [...new Set(texts.map(studentNoOf))].filter((studentNo) => studentNo !== '')
}

const NAMELESS = '看不出是哪位学生，学号应为数字或字母'
const MERGED = '没有学号，像是和上一行合并的单元格，请取消合并再导入'
const SEVERAL = '学号前面的 0 丢了，有几名学生对得上，请把学号改成文字再导入'

/** Without a word about whom it spoils, a row spoils whom it names. */
function rejected(
  line: number,
  who: string,
  reason: string,
  spoils = who === '' ? [] : [who],
): Bad {
  return { line, who, reason, spoils }
}

/** Whose a number is, or why nobody can tell. */
function ownerOf(text: string, line: number, lost: LostZeros): string | Bad {
  const studentNo = studentNoOf(text)
  if (studentNo === '') return rejected(line, '', NAMELESS)
  const [own = studentNo, ...others] = lost.get(studentNo) ?? []
  return others.length > 0 ? rejected(line, studentNo, SEVERAL, [own, ...others]) : own
}

interface OwnRows {
  studentNo: string
  line: number
  entries: unknown[]
}

function byStudent(source: Source, rows: readonly Row[], lost: LostZeros, bad: Bad[]): OwnRows[] {
  const found = new Map<string, OwnRows>()
  for (const { line, cells, owner } of withOwners(rows, lost)) {
    const entry = typeof owner === 'string' ? source.read(cells) : owner
    if (typeof owner !== 'string') {
      bad.push(owner)
    } else if (isReject(entry)) {
      bad.push(rejected(line, owner, entry.reject, entry.isBeside ? [] : [owner]))
    } else {
      const own = found.get(owner) ?? { studentNo: owner, line, entries: [] }
      own.entries.push(entry)
      found.set(owner, own)
    }
  }
  return [...found.values()]
}

/** Rows with whom they are about. One without a number right under another looks like one of its cells merged. */
function withOwners(
  rows: readonly Row[],
  lost: LostZeros,
): { line: number; cells: Row['cells']; owner: string | Bad }[] {
  let above = { line: 0, owners: [] as readonly string[] }
  return rows.map(({ line, cells, lacksNumber }) => {
    const [whose, ...others] = line === above.line + 1 ? above.owners : []
    const owner =
      lacksNumber && whose !== undefined
        ? rejected(line, whose, MERGED, [whose, ...others])
        : ownerOf(cells.text('studentNo'), line, lost)
    above = { line, owners: typeof owner === 'string' ? [owner] : owner.spoils }
    return { line, cells, owner }
  })
}

function clearedWords(
  source: Source,
  cleared: readonly string[],
  lost: LostZeros,
  bad: Bad[],
): Word[] {
  return cleared.flatMap((text, index): Word[] => {
    const line = index + 1
    const owner = ownerOf(text, line, lost)
    if (typeof owner === 'string' && source.absent !== 'unknown') {
      return [{ studentNo: owner, value: source.absent, line }]
    }
    bad.push(typeof owner === 'string' ? rejected(line, owner, NOT_CLEARED) : owner)
    return []
  })
}

const NOT_CLEARED = '这个来源不能只说一名学生已经结清'
