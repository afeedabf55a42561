import { fenOf, numberOf, type Cell } from '../../../domain/spreadsheet/cells'
import { readResults } from '../../../domain/procedures/payout-results'

const ID = 'TF220610-7K3M9Q'
const OTHER = 'TF220611-0ABCDE'

const paid = (line: number, rest: object = {}) => ({
  line,
  id: ID,
  result: 'paid',
  note: '',
  amountFen: 8_640,
  ...rest,
})

/** One row under the usual header. */
const one = (...cells: Cell[]) => readResults([['编号', '结果', '原因', '金额'], cells])

describe('the columns', () => {
  test.each<[string, Cell[]]>([
    ['the short names', ['编号', '结果', '原因', '金额']],
    ['the long ones', ['业务编号', '交易状态', '失败原因', '交易金额']],
    ['units, stars and spaces in them', [' *编 号', '结果（必填）', '备注:', '金额（元）']],
    ['full-width letters', ['编号', '处理结果', '附言', '付款金额（ＣＮＹ）']],
  ])('are found by %s', (_, header) => {
    expect(readResults([header, [ID, '成功', '', '86.40']]).lines).toEqual([paid(2)])
  })

  test('stand in any order, under titles and beside others', () => {
    const { lines } = readResults([
      ['中国银行代发结果'],
      ['制表日期', new Date('2022-07-06')],
      [],
      ['序号', '金额(元)', '户名', '状态', '备注', '编号'],
      [1, 86.4, '林知夏', '成功', null, ID],
    ])
    expect(lines).toEqual([paid(5)])
  })

  test('of several with a reason, the first that says something counts', () => {
    const { lines } = readResults([
      ['编号', '结果', '失败原因', '备注'],
      [ID, '失败', '', '户名不符'],
    ])
    expect(lines).toMatchObject([{ result: 'failed', note: '户名不符', amountFen: null }])
  })

  test.each<[string, string, Cell[][]]>([
    [
      'without a result',
      '「结果」这一列',
      [
        ['编号', '金额'],
        [ID, 86.4],
      ],
    ],
    [
      'without a number',
      '「编号」这一列',
      [
        ['姓名', '结果'],
        ['林知夏', '成功'],
      ],
    ],
    ['of another kind', '「编号」和「结果」这两列', [['学号', '姓名']]],
    ['with nothing in it', '「编号」和「结果」这两列', []],
  ])('a table %s is refused, naming %s', (_, missing, cells) => {
    expect(() => readResults(cells)).toThrow(`表里没有找到${missing}`)
  })

  test('a table without rows is refused', () => {
    expect(() =>
      readResults([
        ['编号', '结果'],
        ['合计', ''],
      ]),
    ).toThrow('一行数据都没有')
  })
})

describe('the rows', () => {
  test('totals, signatures and empty rows are no rows', () => {
    const { lines, rejected } = readResults([
      ['编号', '结果', '金额'],
      [ID, '成功', '86.40'],
      [null, '', null],
      ['合计', null, 86.4],
      [null, null, '制表：周晨婷'],
      ['总笔数：1'],
    ])
    expect([lines.length, rejected]).toEqual([1, []])
  })

  test.each<[string, Cell[], string]>([
    ['without a number', ['', '成功', '', 86.4], '没有编号'],
    ['without a result', [ID, '', '', 86.4], '没有结果'],
    ['that the bank has not decided', [ID, '处理中', '', 86.4], '看不懂结果「处理中」'],
    ['whose amount is a word', [ID, '成功', '', '八十六'], '看不懂金额「八十六」'],
    ['with parts of a fen', [ID, '成功', '', '86.405'], '看不懂金额「86.405」'],
  ])('one %s is rejected with its line', (_, cells, reason) => {
    expect(one(...cells)).toEqual({ lines: [], rejected: [{ line: 2, reason }] })
  })

  test('one without an amount is read: its number says which it is', () => {
    expect(one(ID, '成功', '', null).lines).toEqual([paid(2, { amountFen: null })])
  })
})

describe('the words', () => {
  test.each([
    '成功',
    '交易成功',
    '已到账',
    '已入账',
    '付款成功',
    ' 成 功 ',
    'SUCCESS',
    'Ｓ',
    '已付款',
  ])('%s is paid', (word) => expect(one(ID, word).lines).toMatchObject([{ result: 'paid' }]))

  test.each([
    '失败',
    '交易失败',
    '未成功',
    '没有成功',
    '不成功',
    '退票',
    '已退汇',
    '成功后退汇',
    'F',
  ])('%s is failed', (word) => expect(one(ID, word).lines).toMatchObject([{ result: 'failed' }]))

  test.each(['待处理', '处理中', '部分成功', '未处理', '未支付', '可疑', '？'])(
    '%s decides nothing',
    (word) => expect(one(ID, word)).toMatchObject({ lines: [], rejected: [{ line: 2 }] }),
  )
})

test.each<[Cell, number | null]>([
  ['1,234.50', 123_450],
  ['１，２３４．５０', 123_450],
  ['￥1234.5元', 123_450],
  [' 1 234.50 ', 123_450],
  ['="86.40"', 8_640],
  [86.4, 8_640],
  [10.100000000000001, 1_010],
  ['86.4000', 8_640],
  ['86', 8_600],
  ['0.01', 1],
  ['12,34.50', null],
  ['-86.40', null],
  ['1e3', null],
  ['', null],
  [null, null],
  [true, null],
  ['99999999999999999999', null],
])('the amount %p is %p fen', (cell, fen) => {
  expect(fenOf(cell)).toBe(fen)
})

test.each([
  'ＴＦ２２０６１１－０ＡＢＣＤＥ',
  'tf220611—0abcde',
  ' TF220611 -0ABCDE\u200b',
  `="${OTHER}"`,
])('the number %p is read', (typed) => expect(numberOf(typed)).toBe(OTHER))
