import { ClearanceError } from '../../../domain/errors'
import {
  checkTotal,
  payable,
  settled,
  toBatchRow,
  type PayoutBatch,
} from '../../../domain/procedures/payout'
import type { HistoryEntry, RequestOf } from '../../../domain/procedures/request'
import { ASOF } from '../sheet/students'

const REPORT_DAY = '2022-07-04'
const BATCH = 'PF220705-3N8Q2M'

const reported = (balanceFen: number, asOf = '2022-07-04T18:00:00+08:00') => ({
  cardReport: { value: { balanceFen }, asOf, source: '一卡通系统' },
})

const entry = (transition: string, note = ''): HistoryEntry => ({
  at: ASOF,
  by: 'staff:1',
  role: 'finance',
  name: '周晨婷',
  transition,
  from: '',
  to: '',
  note,
})

/** A request that has come so far; the last of its export, if any, is in the batch. */
function request(...steps: HistoryEntry[]): RequestOf<'cardRefund'> {
  const isIn = ['export', 'settle'].includes(steps.at(-1)?.transition ?? '')
  return {
    _id: 'TF220610-7K3M9Q',
    procedure: 'cardRefund',
    cohort: '2022',
    version: steps.length,
    state: '',
    student: { studentNo: '1', name: '林知夏', college: '', className: '' },
    form: { holder: '林知夏', bank: '中国银行', lastFour: '1234', phone: '', consentedAt: ASOF },
    waitsFor: 'finance',
    since: ASOF,
    dueOn: REPORT_DAY,
    late: false,
    outcome: isIn ? { payout: { batch: BATCH, amountFen: 8_640 } } : {},
    history: steps,
  }
}

const EMPTY: PayoutBatch = {
  _id: BATCH,
  at: ASOF,
  by: 'staff:1',
  byName: '周晨婷',
  reason: '退款',
  planned: ['TF220610-7K3M9Q'],
  totalFen: 0,
  rows: [],
}

const INTO = [entry('file'), entry('export')]

describe('what is paid back', () => {
  test.each([
    ['the balance of the report', reported(8_640), { amountFen: 8_640 }],
    [
      'not that of the card system, which goes on',
      { ...reported(8_640), card: { value: { balanceFen: 1 }, asOf: ASOF, source: '' } },
      { amountFen: 8_640 },
    ],
    [
      'nothing before the report',
      { card: { value: { balanceFen: 8_640 }, asOf: ASOF, source: '' } },
      { lacking: 'report' },
    ],
    ['nothing by an earlier report', reported(8_640, ASOF), { lacking: 'report' }],
    [
      'the report of the day from its first minute in Shanghai',
      reported(8_640, '2022-07-03T16:00:00Z'),
      { amountFen: 8_640 },
    ],
    ['nothing of an empty card', reported(0), { lacking: 'balance' }],
  ])('%s', (_, facts, expected) => {
    expect(payable(facts, REPORT_DAY)).toEqual(expected)
  })
})

describe('a batch follows its requests', () => {
  test('one that moved into it has its row', () => {
    const { rows, totalFen } = settled(EMPTY, [request(...INTO)])
    expect(rows).toMatchObject([{ version: 2, amountFen: 8_640, lastFour: '1234', result: 'open' }])
    expect(totalFen).toBe(8_640)
  })

  test('one that was withdrawn before it could move has none', () => {
    expect(settled(EMPTY, [request(entry('file'), entry('withdraw'))])).toEqual(EMPTY)
  })

  test.each([
    ['paid', [entry('settle')], { result: 'paid', note: '' }],
    ['failed', [entry('fail', '户名不符')], { result: 'failed', note: '户名不符' }],
    [
      'failed, though it was corrected and paid by another batch since',
      [entry('fail', '户名不符'), entry('file'), entry('export'), entry('settle')],
      { result: 'failed', note: '户名不符' },
    ],
    ['released', [entry('release', '选错了')], { result: 'released', note: '选错了' }],
    [
      'failed, where the bank took it back later',
      [entry('settle'), entry('revoke', '账户已销户')],
      { result: 'failed', note: '账户已销户' },
    ],
  ])('its row is %s', (_, steps, expected) => {
    const made = settled(EMPTY, [request(...INTO)])
    const after = settled(made, [request(...INTO, ...steps)])
    expect(after.rows).toMatchObject([expected])
    expect(after.totalFen).toBe(8_640)
    expect(settled(after, [request(...INTO, ...steps)])).toEqual(after)
  })

  test('a row stays where its request is gone', () => {
    const made = settled(EMPTY, [request(...INTO)])
    expect(settled(made, [])).toEqual(made)
  })
})

test('a list counts what became of the rows', () => {
  const made = settled(EMPTY, [request(...INTO, entry('settle'))])
  expect(toBatchRow(made)).toMatchObject({ count: 1, paid: 1, failed: 0, open: 0, cancelled: '' })
})

describe('before money goes by a batch', () => {
  const made = settled(EMPTY, [request(...INTO)])

  test('a total that is the sum of its rows is fine', () => {
    expect(() => checkTotal(made)).not.toThrow()
  })

  test('one fen too much stops it, and both sums are named', () => {
    const wrong = () => checkTotal({ ...made, totalFen: 8_641 })
    expect(wrong).toThrow(ClearanceError)
    expect(wrong).toThrow('合计是 86.41 元，明细加起来是 86.40 元')
  })

  test.each([0, -1, 0.5, Number.NaN])('a row of %d fen stops it', (amountFen) => {
    const rows = made.rows.map((row) => ({ ...row, amountFen }))
    expect(() => checkTotal({ ...made, rows, totalFen: amountFen })).toThrow(ClearanceError)
  })
})
