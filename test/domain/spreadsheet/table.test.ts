import fc from 'fast-check'
import type { Cell } from '../../../domain/spreadsheet/cells'
import { readTable } from '../../../domain/spreadsheet/table'

const COLUMNS = {
  studentNo: { names: ['学号', '学生编号'] },
  title: { names: ['书名'] },
  barcode: { names: ['条码号'], optional: true },
} as const

const read = (...cells: Cell[][]) =>
  readTable(cells, COLUMNS).map(({ line, text }) => [line, text('studentNo'), text('title')])

test('finds the table under merged titles, above a total and a signature', () => {
  const rows = read(
    ['2022 届毕业生欠书清单', null, null],
    ['制表：图书馆', null, new Date('2022-06-10')],
    ['序号', '书名', '学 号'],
    [1, '数据结构', '１９０７０１０２１６'],
    [2, '边城', 1907010217],
    ['合计', '2 本', null],
    [null, null, '邱艳'],
  )
  expect(rows.slice(0, 2)).toEqual([
    [4, '1907010216', '数据结构'],
    [5, '1907010217', '边城'],
  ])
})

test('a row with somebody’s number is theirs, whatever its book is called', () => {
  const marks = (text: string) => /^\d{10}$/.test(text)
  const columns = { ...COLUMNS, studentNo: { ...COLUMNS.studentNo, marks } }
  const rows = readTable(
    [
      ['书名', '条码号', '学号'],
      ['历年真题汇总', 'N1', '1907010216'],
      ['合计', '1 本', '1 人'],
    ],
    columns,
  )
  expect(rows.map(({ line, text }) => [line, text('title')])).toEqual([[2, '历年真题汇总']])
})

test('names the columns that are missing from what looks most like a header', () => {
  expect(() => read(['学号', '姓名'], ['1907010216', '林知夏'])).toThrow(
    '表里没有找到「书名」这一列，请核对表头后再导入。',
  )
  expect(() => read(['姓名'])).toThrow('表里没有找到「学号」和「书名」这两列')
})

test('an optional column may be missing, and its cells then say nothing', () => {
  const [row] = readTable(
    [
      ['学号', '书名'],
      ['1907010216', '边城'],
    ],
    COLUMNS,
  )
  expect(row?.text('barcode')).toBe('')
})

test('any cells whatever are rows or a refusal with a sentence', () => {
  const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.date())
  fc.assert(
    fc.property(fc.array(fc.array(cell)), (cells) => {
      try {
        read(['学号', '书名'], ...cells)
      } catch (error) {
        expect((error as Error).message).toMatch(/[一-龥]/)
      }
    }),
  )
})
