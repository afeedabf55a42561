import type { BatchRow, PayoutsAnswer } from '../../../../domain/procedures/payout-answers'
import {
  standingOf,
  toPayoutsView,
} from '../../../../miniprogram/packages/staff/pages/payouts/view'
import { refused, stubWechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, tapped } from './driving'

const BATCH = 'PF220705-3N8Q2M'

const row = (change: Partial<BatchRow> = {}): BatchRow => ({
  batch: BATCH,
  at: '2022-07-05T01:00:00.000Z',
  by: '周晨婷',
  count: 3,
  totalFen: 25_920,
  paid: 0,
  failed: 0,
  open: 3,
  cancelled: '',
  ...change,
})

const answer = (change: Partial<PayoutsAnswer> = {}): PayoutsAnswer => ({
  ready: { count: 3, totalFen: 25_920 },
  unreported: 0,
  zero: 0,
  reportOn: '2022-07-04',
  most: 200,
  batches: [row()],
  now: '2022-07-05T02:00:00.000Z',
  ...change,
})

const NOBODY = { ready: { count: 0, totalFen: 0 }, batches: [] }
const IN_JUNE = { now: '2022-06-10T02:00:00.000Z' }

describe('the first line', () => {
  test.each<[string, Partial<PayoutsAnswer>, string]>([
    ['how many can be paid', {}, '3 人可以退款'],
    [
      'that the report is awaited',
      { ...NOBODY, ...IN_JUNE, unreported: 5 },
      '5 人等 7 月 4 日的报表',
    ],
    ['that it is overdue', { ...NOBODY, unreported: 5 }, '5 人等报表，还没有传来'],
    ['that there is nothing to pay', NOBODY, '现在没有要退的款'],
  ])('says %s', (_, change, headline) => {
    expect(toPayoutsView(answer(change)).headline).toBe(headline)
  })
})

test('the total, who is not in the report and whose card is empty are told below', () => {
  const { leads } = toPayoutsView(answer({ unreported: 2, zero: 1 }))
  expect(leads).toEqual([
    '合计 259.20 元，以 7 月 4 日的一卡通报表余额为准。',
    '另有 2 人不在报表里，还不能退。',
    '另有 1 人报表余额是 0.00 元，不用退。',
  ])
})

test('more than fit into a batch are exported as far as they fit', () => {
  const { button, leads } = toPayoutsView(answer({ ready: { count: 320, totalFen: 1 } }))
  expect(button).toBe('导出 200 人的退款表')
  expect(leads).toContain('一批最多 200 人，其余的进下一批。')
})

test('without anything to pay there is no button', () => {
  expect(toPayoutsView(answer(NOBODY)).button).toBe('')
})

test.each<[Partial<BatchRow>, string]>([
  [{}, '3 人等银行结果'],
  [{ open: 0, paid: 3 }, '3 人全部到账'],
  [{ open: 1, paid: 1, failed: 1 }, '1 人等银行结果，1 人没有退成，1 人到账'],
  [{ open: 0, cancelled: '选错了' }, '已取消'],
  [{ open: 0, count: 0 }, '没有人在这一批里'],
])('a batch with %p stands at %s', (change, words) => {
  expect(standingOf(row(change))).toBe(words)
})

const open = async () => {
  const wechat = stubWechat({ stopPullDownRefresh: () => Promise.resolve() })
  wechat.answers = [{ ok: true, data: answer() }]
  const load = () => import('../../../../miniprogram/packages/staff/pages/payouts/payouts')
  const page = await drive(load)
  return { wechat, page }
}

describe('the page', () => {
  test('shows the batches, and a tap opens one by its number', async () => {
    const { wechat, page } = await open()
    page.onShow?.()
    await settle()
    expect(page.data.view).toMatchObject({ batches: [{ batch: BATCH, total: '259.20 元' }] })
    page.open?.(tapped({ batch: BATCH }))
    const url = `/packages/staff/pages/batch/batch?batch=${BATCH}`
    expect(wechat.done).toEqual([['navigateTo', { url }]])
  })

  test('opens the batch that was just made, and has a new form on coming back', async () => {
    const { wechat, page } = await open()
    page.finish?.({ detail: { batch: BATCH } })
    expect(page.data.exported).toBe(true)
    expect(wechat.done).toHaveLength(1)
    page.onShow?.()
    await settle()
    expect(page.data.exported).toBe(false)
  })

  test('says why nothing came, and tries again', async () => {
    const { wechat, page } = await open()
    wechat.answers = [refused('UNAVAILABLE', '没有连上学校的服务。'), { ok: true, data: answer() }]
    page.onShow?.()
    await settle()
    expect(page.data.failure).toMatchObject({ message: '没有连上学校的服务。' })
    page.retry?.()
    await settle()
    expect(page.data).toMatchObject({ failure: null, view: { headline: '3 人可以退款' } })
  })

  test('sends whoever is not in finance to their desk', async () => {
    const { wechat, page } = await open()
    wechat.answers = [refused('FORBIDDEN', '你现在的岗位不能做这件事。')]
    page.onShow?.()
    await settle()
    expect(wechat.done).toEqual([['redirectTo', { url: '/packages/staff/pages/desk/desk' }]])
  })
})
