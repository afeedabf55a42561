import { CsvError, parse } from 'csv-parse/sync'
import { ClearanceError } from '../../../domain/errors'
import type { Cell } from '../../../domain/spreadsheet/cells'
import { readXlsx } from './xlsx'

const BYTES_MOST = 5 * 1024 * 1024

/**
 * The cells of a sheet that somebody sent: an xlsx, or a csv in UTF-8, UTF-16 or GBK. Its content decides, not
 * its name.
 * @param rowsMost more rows are no sheet of the kind that is wanted
 * @throws ClearanceError `INVALID` with a sentence for what is neither, is broken or too big
 */
export async function readCells(content: Buffer, rowsMost: number): Promise<Cell[][]> {
  if (content.length > BYTES_MOST) throw invalid('表格超过 5 MB，请只留要导入的那一张表。')
  const cells = await cellsOf(content)
  if (cells.length <= rowsMost) return cells
  throw invalid(`表格超过 ${rowsMost} 行，请只留要导入的那些行。`)
}

async function cellsOf(content: Buffer): Promise<Cell[][]> {
  if (startsWith(content, XLS)) {
    throw invalid('这是旧格式的 xls 表格。请用 Excel 或 WPS 打开，另存为 xlsx 再导入。')
  }
  if (!startsWith(content, ZIP)) return readCsv(textOf(content))
  const cells = await readXlsx(content)
  if (cells) return cells
  throw invalid('这份表格打不开，可能没有传完整，或者加了密码。请另存为 xlsx 再导入。')
}

const ZIP = [0x50, 0x4b]
const XLS = [0xd0, 0xcf, 0x11, 0xe0]
const UTF16 = [0xff, 0xfe]

function startsWith(content: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => content[at] === byte)
}

/** What is no UTF-8 is GBK, in which Chinese banks, departments and Excel write a csv. */
function textOf(content: Buffer): string {
  if (startsWith(content, UTF16)) return new TextDecoder('utf-16le').decode(content)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

function readCsv(text: string): Cell[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [',', '\t', ';'],
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    })
  } catch (error) {
    if (error instanceof CsvError) throw invalid('这份表格读不懂，请另存为 xlsx 再导入。')
    throw error
  }
}

function invalid(message: string): ClearanceError {
  return new ClearanceError({ code: 'INVALID', message })
}
