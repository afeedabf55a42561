import type { Column } from '../spreadsheet/table'

/**
 * A student number however it stands there, empty for what is none: a number of a sheet may have become
 * `1907010216.0`.
 */
export function studentNoOf(text: string): string {
  const plain = text.replace(/\s/g, '').replace(/\.0+$/, '')
  return /^(?=.*\d)[0-9A-Za-z]{4,20}$/.test(plain) ? plain : ''
}

/** The column that every source has: a row with somebody's number is theirs, whatever a book is called. */
export const STUDENT_NO: Column = {
  names: ['学号', '学生学号', '学籍号', '读者证号', '学工号'],
  marks: (text) => studentNoOf(text) !== '',
}

/** A spreadsheet takes `0190101050` for a number and drops the zero; of more than two nobody has heard. */
const ZEROS_LOST = ['', '0', '00']

/**
 * The student numbers that one may have been before a spreadsheet took it for a number; itself first.
 * Whoever still begins with a zero has lost none: they all go at once.
 */
export function beforeZerosWereLost(studentNo: string): string[] {
  return /^[1-9]\d*$/.test(studentNo) ? ZEROS_LOST.map((zeros) => zeros + studentNo) : [studentNo]
}

/**
 * Whose numbers stand there without their zeros, and who that may be: one student, or several of whom
 * nobody can tell which. A number that is somebody's as it stands is theirs.
 */
export function lostZeros(
  written: readonly string[],
  known: ReadonlySet<string>,
): Map<string, string[]> {
  const lost = written.flatMap((studentNo): [string, string[]][] => {
    if (known.has(studentNo)) return []
    const may = beforeZerosWereLost(studentNo).filter((each) => known.has(each))
    return may.length > 0 ? [[studentNo, may]] : []
  })
  return new Map(lost)
}
