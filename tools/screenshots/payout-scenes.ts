import type { Page } from 'playwright-core'
import type { BatchAnswer, PayoutsAnswer } from '../../domain/procedures/payout-answers'
import type { Scene } from './scenes'
import { answering, each, failing, seeing, silent } from './stage-hands'

const FINANCE = 'demo-staff-finance'
const BATCH = 'PF220705-3N8Q2M'
const PAYOUTS = 'packages/staff/pages/payouts/payouts'
const BATCH_PAGE = `packages/staff/pages/batch/batch?batch=${BATCH}`

const NOW = '2022-07-05T02:00:00.000Z'

const row = {
  batch: BATCH,
  at: '2022-07-05T01:12:00.000Z',
  by: '周晨婷',
  count: 5,
  totalFen: 48_315,
  paid: 0,
  failed: 0,
  open: 5,
  cancelled: '',
}

const LIST: PayoutsAnswer = {
  ready: { count: 128, totalFen: 1_284_060 },
  unreported: 3,
  zero: 2,
  reportOn: '2022-07-04',
  most: 200,
  now: NOW,
  batches: [
    row,
    {
      ...row,
      batch: 'PF220704-AAAAAA',
      at: '2022-07-04T11:00:00.000Z',
      open: 0,
      paid: 4,
      failed: 1,
    },
    { ...row, batch: 'PF220704-BBBBBB', at: '2022-07-04T10:30:00.000Z', open: 0, paid: 5 },
    {
      ...row,
      batch: 'PF220704-CCCCCC',
      at: '2022-07-04T10:00:00.000Z',
      open: 0,
      cancelled: '选错了',
    },
  ],
}

const NOTHING = { ...LIST, ready: { count: 0, totalFen: 0 }, unreported: 0, zero: 0, batches: [] }

const payout = (id: string, name: string, amountFen: number): BatchAnswer['rows'][number] => ({
  id,
  name,
  studentNo: '1907010216',
  bank: '中国农业银行',
  lastFour: '0018',
  amountFen,
  result: 'open',
  note: '',
})

const ROWS = [
  payout('1', '林知夏', 8_640),
  payout('2', '周予安', 1_205),
  payout('3', '许沐阳', 15_275),
  payout('4', '沈清和', 3_195),
  { ...payout('5', '陆言之', 20_000), bank: '南京银行股份有限公司江宁支行' },
]

const OPEN: BatchAnswer = { ...row, reason: '七月退款，交银行代发', rows: ROWS, now: NOW }

const ANSWERED: BatchAnswer = {
  ...OPEN,
  paid: 3,
  failed: 1,
  open: 1,
  rows: ROWS.map((each, index) => ({
    ...each,
    ...(index < 3 && { result: 'paid' as const }),
    ...(index === 3 && { result: 'failed' as const, note: '收款人户名不符' }),
  })),
}

const list = (answer: PayoutsAnswer) => answering('payouts.list', answer)
const batch = (answer: BatchAnswer) => answering('payouts.batch', answer)

const press = (name: string) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).click()

const linked = each(
  batch(OPEN),
  answering('payouts.link', { url: 'http://127.0.0.1/x', expiresAt: '2022-07-05T02:10:00.000Z' }),
)

const makingSheet = each(
  press('生成表格'),
  press('交给银行代发'),
  (page) => page.getByRole('dialog').getByRole('button', { name: '生成表格' }).click(),
  seeing('前有效'),
)

/** What finance pays out, and what the bank says. */
export const PAYOUT_SCENES: Scene[] = [
  { name: 'payouts', openid: FINANCE, page: PAYOUTS, height: 980, before: list(LIST) },
  {
    name: 'payouts-waiting',
    openid: FINANCE,
    page: PAYOUTS,
    before: list({ ...NOTHING, unreported: 131, now: '2022-06-30T02:00:00.000Z' }),
  },
  { name: 'payouts-empty', openid: FINANCE, page: PAYOUTS, before: list(NOTHING) },
  {
    name: 'payouts-loading',
    openid: FINANCE,
    page: PAYOUTS,
    before: silent,
    shows: '[role=status]',
  },
  { name: 'payouts-failed', openid: FINANCE, page: PAYOUTS, before: failing },
  { name: 'batch-open', openid: FINANCE, page: BATCH_PAGE, height: 1180, before: batch(OPEN) },
  {
    name: 'batch-reason',
    openid: FINANCE,
    page: BATCH_PAGE,
    before: batch(OPEN),
    after: each(press('生成表格'), press('交给银行代发')),
  },
  {
    name: 'batch-linked',
    openid: FINANCE,
    page: BATCH_PAGE,
    height: 1180,
    before: linked,
    after: makingSheet,
  },
  {
    name: 'batch-320',
    openid: FINANCE,
    page: BATCH_PAGE,
    width: 320,
    height: 1300,
    before: linked,
    after: makingSheet,
  },
  {
    name: 'batch-answered',
    openid: FINANCE,
    page: BATCH_PAGE,
    height: 1180,
    before: batch(ANSWERED),
  },
  {
    name: 'batch-cancelled',
    openid: FINANCE,
    page: BATCH_PAGE,
    height: 900,
    before: batch({
      ...OPEN,
      open: 0,
      cancelled: '还没有交给银行，要重新导出',
      rows: ROWS.map((each) => ({ ...each, result: 'released' as const })),
    }),
  },
  {
    name: 'batch-cancel-question',
    openid: FINANCE,
    page: BATCH_PAGE,
    height: 1180,
    before: batch(OPEN),
    after: press('取消批次'),
  },
]
