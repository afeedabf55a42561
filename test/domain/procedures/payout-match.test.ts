import { matchResults } from '../../../domain/procedures/payout-match'
import type { PayoutRow } from '../../../domain/procedures/payout'
import type { BankLine } from '../../../domain/procedures/payout-results'

const row = (id: string, result: PayoutRow['result'] = 'open'): PayoutRow => ({
  id,
  version: 2,
  studentNo: '1',
  name: '林知夏',
  bank: '中国银行',
  lastFour: '1234',
  amountFen: 8_640,
  result,
  note: '',
})

const BATCH = {
  _id: 'PF220705-3N8Q2M',
  rows: [row('A'), row('B'), row('C', 'paid'), row('D', 'failed'), row('E', 'released')],
}

const line = (at: number, id: string, rest: Partial<BankLine> = {}): BankLine => ({
  line: at,
  id,
  result: 'paid',
  note: '',
  amountFen: 8_640,
  ...rest,
})

const match = (...lines: BankLine[]) => {
  const { matched, rejected } = matchResults(BATCH, lines)
  return { matched: matched.map(({ row: { id }, result }) => [id, result]), rejected }
}

test('what fits an open row to the fen, or says no amount, counts', () => {
  const failed = { result: 'failed', amountFen: null } as const
  expect(match(line(2, 'A'), line(3, 'B', failed))).toEqual({
    matched: [
      ['A', 'paid'],
      ['B', 'failed'],
    ],
    rejected: [],
  })
})

test.each([
  ['is of no row', line(9, 'Z'), '这一批里没有这个编号'],
  ['was paid before', line(9, 'C'), '已经登记过：已到账'],
  ['failed before', line(9, 'D'), '已经登记过：没有退成'],
  ['was released', line(9, 'E'), '已经退出这一批'],
  ['is of another amount', line(9, 'B', { amountFen: 8_641 }), '金额 86.41 元，批次里是 86.40 元'],
  ['comes again', line(9, 'A'), '和第 2 行重复'],
])('a line that %s is rejected, and leaves the others', (_, wrong, reason) => {
  expect(match(line(2, 'A'), wrong)).toEqual({
    matched: [['A', 'paid']],
    rejected: [{ line: 9, reason }],
  })
})

test('one that is said both to be paid and to have failed is neither', () => {
  expect(match(line(2, 'A'), line(3, 'A', { result: 'failed' }))).toEqual({
    matched: [],
    rejected: [
      { line: 2, reason: '和第 3 行的编号相同，结果却不同' },
      { line: 3, reason: '和第 2 行的编号相同，结果却不同' },
    ],
  })
})

test('another batch’s sheet is refused as a whole', () => {
  expect(() => match(line(2, 'Y'), line(3, 'Z'))).toThrow('没有一个编号在批次 PF220705-3N8Q2M 里')
})
