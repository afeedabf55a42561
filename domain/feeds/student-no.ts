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
