import { exportedAt, sheetAsOf } from '../../../domain/feeds/exported'
import type { Cell } from '../../../domain/spreadsheet/cells'

const NOW = new Date('2022-06-10T09:30:00+08:00')

test.each<[Cell[], string | null]>([
  [['导出时间：2022-06-10 09:00'], '2022-06-10T09:00:00+08:00'],
  [['欠费名单', '导出日期:', '2022/6/9 8:05:30'], '2022-06-09T08:05:00+08:00'],
  [['数据截至 2022 年 6 月 9 日 16 时 30 分'], '2022-06-09T16:30:00+08:00'],
  [['打印时间：', new Date('2022-06-09T16:00:00Z')], '2022-06-09T16:00:00+08:00'],
  [['２０２２届（截至２０２２年６月９日）'], '2022-06-09T00:00:00+08:00'],
  [['导出时间：2022-06-10'], '2022-06-10T09:30:00+08:00'],
  [['缴费截止日期：2022-06-15'], null],
  [['2022 届毕业生', '2022-06-09'], null],
  [['导出时间：2022-02-30 09:00'], null],
])('above a table stands %j', (row, instant) => {
  const found = exportedAt([['欠费'], row], NOW)
  expect(found).toBe(instant && new Date(instant).toISOString())
})

test('what its person says counts before what stands in it, and that before now', () => {
  const written = '2022-06-09T00:00:00.000Z'
  expect(sheetAsOf({ said: '2022-06-10T00:00:00.000Z', written }, NOW)).toBe(
    '2022-06-10T00:00:00.000Z',
  )
  expect(sheetAsOf({ said: undefined, written }, NOW)).toBe(written)
  expect(sheetAsOf({ said: undefined, written: null }, NOW)).toBe(NOW.toISOString())
})

test('a time that has not come is told, whoever says it', () => {
  const late = '2022-06-10T02:00:00.000Z'
  expect(() => sheetAsOf({ said: late, written: null }, NOW)).toThrow('导出的时间还没有到')
  expect(() => sheetAsOf({ said: undefined, written: late }, NOW)).toThrow(
    '表里写的导出时间是 6 月 10 日 10:00，还没有到',
  )
})
