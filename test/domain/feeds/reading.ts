import { readRows, type Reading } from '../../../domain/feeds/reading'
import { rowsOfRecords, rowsOfSheet } from '../../../domain/feeds/rows'
import type { SourceCode } from '../../../domain/feeds/source'
import { SOURCES } from '../../../domain/feeds/sources'
import type { Cell } from '../../../domain/spreadsheet/cells'

/** What a source reads in a sheet. */
export function readSheet(code: SourceCode, ...cells: Cell[][]): Reading {
  return readRows(SOURCES[code], rowsOfSheet(SOURCES[code], cells))
}

/** What a source reads in the records of a system. */
export function readRecords(code: SourceCode, ...records: Record<string, unknown>[]): Reading {
  return readRows(SOURCES[code], rowsOfRecords(records))
}

/** What is read of the only student, or why nothing is. */
export function onlyValue({ words, rejects }: Reading): unknown {
  const [word, ...others] = words
  if (others.length > 0) throw new Error('there are several students')
  return word ? word.value : rejects[0]?.reason
}
