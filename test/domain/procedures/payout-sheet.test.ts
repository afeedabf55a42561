import fc from 'fast-check'
import { sumFen } from '../../../domain/money'
import { checkTotal, settled, type PayoutBatch } from '../../../domain/procedures/payout'
import { matchResults } from '../../../domain/procedures/payout-match'
import { readResults } from '../../../domain/procedures/payout-results'
import { toSheet, type SheetLine } from '../../../domain/procedures/payout-sheet'

const lines = fc.uniqueArray(
  fc.record<SheetLine>({
    id: fc.stringMatching(/^TF220610-[0-9A-HJKMNP-TV-Z]{6}$/),
    name: fc.constantFrom('林知夏', '欧阳若水', '阿卜杜拉·买买提'),
    studentNo: fc.stringMatching(/^\d{10}$/),
    holder: fc.constant('林知夏'),
    bank: fc.constantFrom('中国银行', '江苏银行'),
    cardNumber: fc.stringMatching(/^\d{19}$/),
    amountFen: fc.integer({ min: 1, max: 100_000_000 }),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 40 },
)

/** A batch of these lines, all open. */
function batchOf(rows: readonly SheetLine[]): PayoutBatch {
  return {
    _id: 'PF220705-3N8Q2M',
    at: '',
    by: '',
    byName: '',
    reason: '',
    planned: [],
    rows: rows.map(({ id, name, studentNo, bank, cardNumber, amountFen }) => ({
      id,
      name,
      studentNo,
      bank,
      amountFen,
      version: 2,
      lastFour: cardNumber.slice(-4),
      result: 'open' as const,
      note: '',
    })),
    totalFen: sumFen(rows.map(({ amountFen }) => amountFen)),
  }
}

test('the sheet has every number whole, as text, and a total that is the sum of its rows', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const [header, ...rows] = toSheet(all)
      const total = rows.pop()
      expect(header).toEqual(['编号', '姓名', '学号', '开户名', '开户银行', '银行卡号', '金额(元)'])
      expect(rows.map((row) => [row[0], row[5]])).toEqual(
        all.map(({ id, cardNumber }) => [id, cardNumber]),
      )
      const fen = rows.map((row) => Math.round(Number(row[6]) * 100))
      expect(Math.round(Number(total?.[6]) * 100)).toBe(sumFen(fen))
      expect(fen).toEqual(all.map(({ amountFen }) => amountFen))
    }),
  )
})

test('a sheet that comes back with its results loses nothing', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), (all, paid) => {
      const answered = toSheet(all).map((row, index) =>
        index === 0 ? [...row, '结果'] : [...row, index > all.length ? null : word(paid[index])],
      )
      const { lines: read, rejected } = readResults([['代发结果'], ...answered])
      expect(rejected).toEqual([])
      const { matched, rejected: unfit } = matchResults(batchOf(all), read)
      expect(unfit).toEqual([])
      expect(matched.map(({ row, result }) => [row.id, row.amountFen, result])).toEqual(
        all.map(({ id, amountFen }, at) => [id, amountFen, paid[at + 1] ? 'paid' : 'failed']),
      )
    }),
  )
})

const word = (isPaid: boolean | undefined) => (isPaid ? '成功' : '失败')

test('a batch is right to the fen, and one fen more or less anywhere is noticed', () => {
  fc.assert(
    fc.property(lines, fc.nat(), fc.constantFrom(-1, 1), (all, at, by) => {
      const batch = settled(batchOf(all), [])
      expect(() => checkTotal(batch)).not.toThrow()
      const rows = batch.rows.map((row, index) =>
        index === at % all.length ? { ...row, amountFen: row.amountFen + by } : row,
      )
      expect(() => checkTotal({ ...batch, rows })).toThrow('对不上')
    }),
  )
})
