import { dayOf, formatDayTime, instantAt, isDay } from '../calendar'
import { ClearanceError } from '../errors'
import { textOf, type Cell } from '../spreadsheet/cells'

/** What departments write above a table: 导出时间：2022-06-10 09:00, 数据截至 2022 年 6 月 9 日. */
const EXPORTED =
  /(?:(?:导出|数据|统计|制表|打印|生成)(?:时间|日期)|截至)\D{0,6}(\d{4})[-/.年 ]+(\d{1,2})[-/.月 ]+(\d{1,2})(?:\D{0,3}(\d{1,2})\s*[:时]\s*(\d{1,2}))?/

/**
 * The instant for which a sheet says that it is true, ISO; null when it does not say. Of a day without a
 * time it is the beginning, so that nothing newer is overwritten; today it is now.
 * @param titles what stands above the table
 */
export function exportedAt(titles: readonly (readonly Cell[])[], now: Date): string | null {
  const text = titles.map((row) => row.map(wordsOf).join(' ')).join('\n')
  const [, year = '', month = '', date = '', hour, minute = ''] = EXPORTED.exec(text) ?? []
  const day = [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-')
  if (!isDay(day)) return null
  if (hour !== undefined && Number(hour) < 24 && Number(minute) < 60) {
    return instantAt(day, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`)
  }
  return day === dayOf(now) ? now.toISOString() : instantAt(day, '00:00')
}

/** A date of a spreadsheet has no zone; it is read as if it were UTC. */
function wordsOf(cell: Cell): string {
  if (!(cell instanceof Date)) return textOf(cell)
  return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace('T', ' ')
}

/** Clocks differ a little. */
const AHEAD_MS = 5 * 60_000

/** Whether what is said to be true for an instant has not come yet. @param asOf ISO */
export function isAhead(asOf: string, now: Date): boolean {
  return Date.parse(asOf) > now.getTime() + AHEAD_MS
}

/**
 * When a sheet is from: what its person says, else what stands in it, else now. ISO.
 * @throws ClearanceError `INVALID` for a time that has not come, at the field where there is one
 */
export function sheetAsOf(
  { said, written }: { said: string | undefined; written: string | null },
  now: Date,
): string {
  const asOf = said ?? written ?? now.toISOString()
  if (!isAhead(asOf, now)) return asOf
  const message =
    said === undefined
      ? `表里写的导出时间是 ${formatDayTime(asOf)}，还没有到。请核对，或者自己选导出的时间。`
      : '导出的时间还没有到，请核对日期和时间。'
  throw new ClearanceError({ code: 'INVALID', message, fields: { asOf: message } })
}
