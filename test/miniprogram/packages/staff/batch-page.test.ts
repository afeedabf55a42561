import type { BatchAnswer } from '../../../../domain/procedures/payout-answers'
import {
  toBatchView,
  toImportedView,
} from '../../../../miniprogram/packages/staff/pages/batch/view'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, tapped, type Driven } from './driving'

const BATCH = 'PF220705-3N8Q2M'
const FILE = `cloud://local.6c6f/bank/${'a'.repeat(24)}.xlsx`

type Row = BatchAnswer['rows'][number]

const payout = (id: string, change: Partial<Row> = {}): Row => ({
  id,
  name: '林知夏',
  studentNo: '1907010216',
  bank: '中国农业银行',
  lastFour: '0018',
  amountFen: 8_640,
  result: 'open',
  note: '',
  ...change,
})

const answer = (change: Partial<BatchAnswer> = {}): BatchAnswer => ({
  batch: BATCH,
  at: '2022-07-05T01:00:00.000Z',
  by: '周晨婷',
  count: 2,
  totalFen: 17_280,
  paid: 0,
  failed: 0,
  open: 2,
  cancelled: '',
  reason: '七月退款',
  rows: [payout('A'), payout('B')],
  now: '2022-07-05T02:00:00.000Z',
  ...change,
})

const LINK = {
  ok: true as const,
  data: { url: 'https://store/x.xlsx', expiresAt: '2022-07-05T02:10:00.000Z' },
}
const SHOWN = { ok: true as const, data: answer() }

let wechat: Wechat
let page: Driven
let chosen: string | null
let uploads: { cloudPath: string }[]
let status: number

beforeEach(async () => {
  chosen = '结果.xlsx'
  uploads = []
  status = 200
  wechat = stubWechat({
    chooseMessageFile: () =>
      chosen === null
        ? Promise.reject(Object.assign(new Error(), { errMsg: 'chooseMessageFile:fail cancel' }))
        : Promise.resolve({ tempFiles: [{ path: 'wxfile://1', name: chosen }] }),
    downloadFile: ({ success }: { success: (done: object) => void }) =>
      success({ statusCode: status, tempFilePath: 'wxfile://2' }),
    openDocument: (options: object) => {
      wechat.done.push(['openDocument', options])
      return Promise.resolve()
    },
    setClipboardData: (options: object) => {
      wechat.done.push(['setClipboardData', options])
      return Promise.resolve()
    },
  })
  const { wx } = globalThis as unknown as { wx: { cloud: object } }
  Object.assign(wx.cloud, {
    uploadFile: (input: { cloudPath: string; success: (done: object) => void }) => {
      uploads.push(input)
      input.success({ fileID: FILE })
    },
  })
  wechat.answers = [SHOWN]
  page = await drive(() => import('../../../../miniprogram/packages/staff/pages/batch/batch'))
  page.onLoad?.({ batch: BATCH })
  await settle()
})

afterEach(() => page.onUnload?.())

async function makeLink(reason = '交给银行代发'): Promise<void> {
  page.askWhy?.(tapped({ action: 'payouts.link' }))
  page.typeReason?.({ detail: { value: reason } })
  wechat.answers = [LINK, SHOWN]
  await page.giveReason?.()
}

describe('the rows', () => {
  test('stand by what became of them, the failed first with the bank’s reason', () => {
    const rows = [
      payout('A', { result: 'paid' }),
      payout('B', { result: 'failed', note: '户名不符' }),
      payout('C'),
    ]
    const { groups } = toBatchView(answer({ rows, count: 3, paid: 1, failed: 1, open: 1 }))
    expect(groups.map(({ title }) => title)).toEqual([
      '没有退成，学生改好后进下一批（1 人）',
      '等银行结果（1 人）',
      '已到账（1 人）',
    ])
    expect(groups[0]?.rows).toMatchObject([
      { amount: '86.40 元', hint: '1907010216　中国农业银行 尾号 0018', trouble: '户名不符' },
    ])
  })

  test('a batch may be cancelled until the bank has answered', () => {
    expect(toBatchView(answer()).mayCancel).toBe(true)
    expect(toBatchView(answer({ open: 1, paid: 1 })).mayCancel).toBe(false)
    expect(toBatchView(answer({ open: 0, cancelled: '选错了' }))).toMatchObject({
      headline: '已取消',
      open: false,
      mayCancel: false,
    })
  })
})

describe('the sheet', () => {
  test('wants a reason before it is made', async () => {
    page.askWhy?.(tapped({ action: 'payouts.link' }))
    await page.giveReason?.()
    expect(page.data.refusal).toBe('请写明原因')
    expect(wechat.sent).toHaveLength(1)
  })

  test('says until when its link lives, copies it and opens it', async () => {
    await makeLink()
    expect(wechat.sent[1]).toMatchObject({ batch: BATCH, reason: '交给银行代发' })
    expect(page.data).toMatchObject({
      asking: null,
      link: { words: '链接 10:10 前有效，过后要重新生成' },
    })
    page.copyLink?.()
    await page.openLink?.()
    expect(wechat.done).toContainEqual(['setClipboardData', { data: 'https://store/x.xlsx' }])
    expect(wechat.done).toContainEqual([
      'openDocument',
      { filePath: 'wxfile://2', fileType: 'xlsx', showMenu: true },
    ])
  })

  test('whose link is over says so, and can be made anew', async () => {
    await makeLink()
    status = 403
    await page.openLink?.()
    expect(page.data).toMatchObject({ link: null, trouble: '链接已经过期，请重新做一次表格。' })
  })

  test('goes from the page after ten minutes', async () => {
    jest.useFakeTimers()
    await makeLink()
    jest.advanceTimersByTime(10 * 60 * 1000)
    expect(page.data.link).toBeNull()
    jest.useRealTimers()
  })

  test('a refusal stays beside what was typed, and so it does after a lost answer', async () => {
    page.askWhy?.(tapped({ action: 'payouts.link' }))
    page.typeReason?.({ detail: { value: '交给银行代发' } })
    wechat.answers = [refused('CONFLICT', '批次已经取消。'), 'lost', LINK, SHOWN]
    await page.giveReason?.()
    expect(page.data).toMatchObject({ refusal: '批次已经取消。', reason: '交给银行代发' })
    await page.giveReason?.()
    page.closeReason?.()
    page.askWhy?.(tapped({ action: 'payouts.link' }))
    await page.giveReason?.()
    expect(wechat.sent[3]).toEqual(wechat.sent[2])
    expect(page.data.link).not.toBeNull()
  })
})

describe('the bank’s results', () => {
  const RESULT = { ok: true as const, data: { paid: 1, failed: 1, rejected: [] } }

  test('are chosen, sent up under a name that nobody can guess, and read', async () => {
    wechat.answers = [RESULT, SHOWN]
    await page.importResults?.()
    expect(uploads[0]?.cloudPath).toMatch(/^bank\/[\w-]{24}\.xlsx$/)
    expect(wechat.sent[1]).toMatchObject({ batch: BATCH, fileId: FILE })
    expect(page.data.imported).toEqual({ headline: '1 人到账，1 人没有退成', rejected: [] })
  })

  test('a csv is sent up as one', async () => {
    chosen = '结果.CSV'
    wechat.answers = [RESULT, SHOWN]
    await page.importResults?.()
    expect(uploads[0]?.cloudPath).toMatch(/\.csv$/)
  })

  test('a change of mind is no trouble', async () => {
    chosen = null
    await page.importResults?.()
    expect(page.data).toMatchObject({ trouble: '', sending: '', imported: null })
    expect(uploads).toEqual([])
  })

  test('a refusal is told, and the next try chooses again', async () => {
    wechat.answers = [refused('INVALID', '表里没有找到「编号」和「结果」这两列。'), RESULT, SHOWN]
    await page.importResults?.()
    expect(page.data).toMatchObject({
      trouble: '表里没有找到「编号」和「结果」这两列。',
      uploaded: '',
    })
    await page.importResults?.()
    expect(uploads).toHaveLength(2)
  })

  test('after a lost answer the same file goes on under the same request', async () => {
    wechat.answers = ['lost', RESULT, SHOWN]
    await page.importResults?.()
    expect(page.data.trouble).toContain('没有连上学校的服务')
    await page.importResults?.()
    expect(uploads).toHaveLength(1)
    expect(wechat.sent[2]).toEqual(wechat.sent[1])
  })

  test('wait for WeChat’s privacy guide, which is agreed to on the page', async () => {
    const { wx } = globalThis as unknown as { wx: object }
    Object.assign(wx, {
      getPrivacySetting: ({ success }: { success: (setting: object) => void }) =>
        success({ needAuthorization: true }),
    })
    await page.importResults?.()
    expect(page.data.private).toBe(true)
    expect(uploads).toEqual([])
    page.consent?.()
    expect(page.data.private).toBe(false)
  })

  test('each line that changed nothing is named', () => {
    const rejected = [{ row: 4, reason: '这一批里没有这个编号' }]
    expect(toImportedView({ paid: 0, failed: 0, rejected })).toEqual({
      headline: '1 行没有登记',
      rejected: ['第 4 行：这一批里没有这个编号'],
    })
  })
})

test('cancelling takes a reason, and the link with it', async () => {
  await makeLink()
  page.askWhy?.(tapped({ action: 'payouts.release' }))
  expect(page.data).toMatchObject({ reason: '', asking: { harmless: false } })
  page.typeReason?.({ detail: { value: '要重新导出' } })
  const cancelled = answer({ open: 0, cancelled: '要重新导出' })
  wechat.answers = [
    { ok: true, data: {} },
    { ok: true, data: cancelled },
  ]
  await page.giveReason?.()
  expect(page.data).toMatchObject({ link: null, view: { headline: '已取消' } })
})

test('why nothing came is said, and it is tried again', async () => {
  wechat.answers = [refused('NOT_FOUND', '没有这个批次，请回到列表再选。'), SHOWN]
  page.setData?.({ view: null })
  page.retry?.()
  await settle()
  expect(page.data.failure).toMatchObject({ message: '没有这个批次，请回到列表再选。' })
  page.retry?.()
  await settle()
  expect(page.data).toMatchObject({ failure: null, view: { headline: '2 人等银行结果' } })
})
