import type { FeedAnswer, FeedView, RunAnswer, RunView } from '../../../../domain/feeds/answers'
import { toFeedPageView } from '../../../../miniprogram/packages/staff/pages/feed/view'
import { toFeedsView } from '../../../../miniprogram/packages/staff/pages/feeds/view'
import { toRunPageView } from '../../../../miniprogram/packages/staff/pages/run/view'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, tapped, type Driven } from './driving'

const RUN = 'SJ220610-7K3M9Q'
const FILE = `cloud://local.6c6f/feeds/${'a'.repeat(24)}.xlsx`
const NOW = '2022-06-10T01:32:00.000Z'

const run = (changes: Partial<RunView> = {}): RunView => ({
  run: RUN,
  source: 'finance',
  way: 'pull',
  mode: 'snapshot',
  state: 'done',
  by: '系统',
  at: '2022-06-10T01:30:00.000Z',
  asOf: '2022-06-10T01:30:00.000Z',
  note: '',
  reasons: [],
  cohort: '2022',
  quiet: false,
  warnings: [],
  received: 3006,
  changed: 12,
  applied: 12,
  cleared: 9,
  rejected: 0,
  ...changes,
})

const feed = (changes: Partial<FeedView> = {}): FeedView => ({
  source: 'finance',
  title: '财务系统',
  what: '欠费',
  pulled: true,
  missed: 0,
  asOf: '2022-06-10T01:30:00.000Z',
  nextAt: '2022-06-10T01:40:00.000Z',
  last: run(),
  waiting: null,
  ...changes,
})

const source = (changes: Partial<FeedAnswer> = {}): FeedAnswer => ({
  feed: feed(),
  runs: [run()],
  brake: { shrink: 20, clear: 30 },
  mayLimit: true,
  now: NOW,
  columns: [
    { name: '学号', optional: false },
    { name: '姓名', optional: true },
  ],
  ...changes,
})

const opened = (view: RunView): RunAnswer => ({
  run: view,
  rejects: [],
  samples: [],
  waiting: null,
  now: NOW,
})

describe('the sources', () => {
  const library = feed({ source: 'library', title: '图书馆系统' })

  test('are fine while all come in time, each with its data’s time and what it changed', () => {
    const { headline, rows } = toFeedsView({ feeds: [feed()], now: NOW })
    expect(headline).toBe('数据都是好的')
    expect(rows[0]).toMatchObject({
      word: '正常',
      hint: '09:30 的数据，变了 12 人；09:40 再取',
    })
  })

  test('what waits for a decision comes first, then what has stayed away', () => {
    const waiting = feed({ waiting: run({ state: 'held', reasons: ['少了 53%。'] }) })
    const late = { ...library, missed: 2 }
    const roster = feed({ source: 'roster', title: '毕业生名单', pulled: false, asOf: null })
    const { headline, rows } = toFeedsView({ feeds: [roster, late, waiting], now: NOW })
    expect(headline).toBe('有 1 份数据等你决定')
    expect(rows.map(({ title, word }) => [title, word])).toEqual([
      ['财务系统', '等你决定'],
      ['图书馆系统', '没有传来'],
      ['毕业生名单', '还没有'],
    ])
    expect(rows[0]?.hint).toBe('少了 53%。')
  })

  test('one run that came to nothing is no alarm, two are', () => {
    const headline = (missed: number) =>
      toFeedsView({ feeds: [{ ...library, missed }], now: NOW }).headline
    expect(headline(1)).toBe('数据都是好的')
    expect(headline(2)).toBe('图书馆系统没有传来新数据')
  })
})

describe('one source', () => {
  test('says which columns its sheet needs and may have', () => {
    expect(toFeedPageView(source()).columns).toBe('要有这几列：学号。还可以有：姓名。')
  })

  test('lists its runs by what became of them', () => {
    const runs = [
      run(),
      run({ applied: 0, changed: 0 }),
      run({ state: 'failed', note: '答复得太慢' }),
      run({ way: 'sheet', by: '夏晓禾', rejected: 3 }),
    ]
    expect(toFeedPageView(source({ runs })).runs.map(({ title, hint }) => [title, hint])).toEqual([
      ['变了 12 人', '09:30 自动'],
      ['没有变化', '09:30 自动'],
      ['没有取到', '09:30 自动：答复得太慢'],
      ['变了 12 人，3 行没有用上', '09:30 夏晓禾导入'],
    ])
  })
})

describe('one bringing-in', () => {
  test('that is held makes the safe way the loud one', () => {
    const { headline, decisions } = toRunPageView(opened(run({ state: 'held' })))
    expect(headline).toBe('先停下了，等你决定')
    expect(decisions).toMatchObject([
      { decision: 'apply', theme: 'danger' },
      { decision: 'refuse', theme: 'primary' },
    ])
  })

  test('says of which cohort it speaks, and that it comes again as it was refused', () => {
    const { counts } = toRunPageView(opened(run()))
    expect(counts[0]?.value).toBe('3,006 人，说的是 2022 届的全部')
    const { leads } = toRunPageView(opened(run({ state: 'held', quiet: true })))
    expect(leads.at(-1)).toBe('和上一次不采用的一样，没有再发消息。')
  })

  test('of a sheet that looks wrong is not taken by the usual thumb either', () => {
    const { decisions } = toRunPageView(opened(run({ way: 'sheet', state: 'held' })))
    expect(decisions.at(-1)).toMatchObject({ decision: 'refuse', theme: 'primary' })
  })

  test('of a sheet is looked at before it changes anybody', () => {
    const { headline, decisions } = toRunPageView(opened(run({ state: 'preview', applied: 0 })))
    expect(headline).toBe('这份表会改变 12 人')
    expect(decisions[1]).toEqual({
      decision: 'apply',
      words: '采用，改变 12 人',
      theme: 'primary',
    })
  })

  test('that is over asks for nothing more', () => {
    for (const state of ['done', 'failed', 'refused'] as const) {
      expect(toRunPageView(opened(run({ state })))).toMatchObject({ decisions: [], moving: false })
    }
  })
})

let wechat: Wechat
let page: Driven
let uploads: string[]

function stub(): void {
  uploads = []
  wechat = stubWechat({
    setNavigationBarTitle: () => Promise.resolve(),
    chooseMessageFile: () =>
      Promise.resolve({ tempFiles: [{ path: 'wxfile://1', name: '欠费.csv' }] }),
  })
  const { wx } = globalThis as unknown as { wx: { cloud: object } }
  Object.assign(wx.cloud, {
    uploadFile: (input: { cloudPath: string; success: (done: object) => void }) => {
      uploads.push(input.cloudPath)
      input.success({ fileID: FILE })
    },
  })
}

describe('bringing in a sheet', () => {
  beforeEach(async () => {
    stub()
    wechat.answers = [{ ok: true, data: source() }]
    page = await drive(() => import('../../../../miniprogram/packages/staff/pages/feed/feed'))
    page.onLoad?.({ source: 'finance' })
    page.onShow?.()
    await settle()
  })

  test('sends it up and opens what it would change', async () => {
    wechat.answers = [{ ok: true, data: opened(run({ state: 'preview' })) }]
    page.chooseMode?.({ detail: { value: 'delta' } })
    await page.importSheet?.()
    expect(uploads).toEqual([expect.stringMatching(/^feeds\/[\w-]{24}\.csv$/)])
    expect(wechat.sent.at(-1)).toMatchObject({ source: 'finance', mode: 'delta', fileId: FILE })
    const url = `/packages/staff/pages/run/run?run=${RUN}`
    expect(wechat.done).toContainEqual(['navigateTo', { url }])
  })

  test('says when it was exported, and what is wrong with that, without sending it up again', async () => {
    page.chooseWhen?.({ detail: { value: 'earlier' } })
    page.chooseMoment?.({ ...tapped({ part: 'day' }), detail: { value: '2022-06-09' } })
    page.chooseMoment?.({ ...tapped({ part: 'time' }), detail: { value: '16:00' } })
    const wrong = '导出的时间还没有到，请核对日期和时间。'
    wechat.answers = [refused('INVALID', wrong, { asOf: wrong })]
    await page.importSheet?.()
    expect(wechat.sent.at(-1)).toMatchObject({ asOf: '2022-06-09T08:00:00.000Z' })
    expect(page.data).toMatchObject({ wrongTime: wrong, trouble: '' })
    wechat.answers = [{ ok: true, data: opened(run({ state: 'preview' })) }]
    page.chooseWhen?.({ detail: { value: 'now' } })
    await page.importSheet?.()
    expect(wechat.sent.at(-1)).not.toHaveProperty('asOf')
    expect(uploads).toHaveLength(1)
  })

  test('a sheet whose answer was lost is not sent up again', async () => {
    wechat.answers = ['lost', { ok: true, data: opened(run({ state: 'preview' })) }]
    await page.importSheet?.()
    expect(page.data.trouble).not.toBe('')
    await page.importSheet?.()
    expect(uploads).toHaveLength(1)
    const [first, second] = wechat.sent.slice(-2)
    expect(second?.requestId).toBe(first?.requestId)
  })

  test('a sheet that cannot be read says why, and another can be chosen', async () => {
    wechat.answers = [refused('INVALID', '表里没有找到「学号」这一列，请核对表头后再导入。')]
    await page.importSheet?.()
    expect(page.data.trouble).toBe('表里没有找到「学号」这一列，请核对表头后再导入。')
    await page.importSheet?.()
    expect(uploads).toHaveLength(2)
  })

  test('the administrator moves the limits of the brake', async () => {
    const answer = source({ brake: { shrink: 50, clear: 30 } })
    wechat.answers = [{ ok: true, data: answer }]
    await page.limit?.({ ...tapped({ limit: 'shrink' }), detail: { value: '50' } })
    expect(wechat.sent.at(-1)).toMatchObject({ source: 'finance', shrink: 50, clear: 30 })
    expect(page.data.view).toMatchObject({ brake: { shrink: '50' } })
  })
})

describe('deciding about what is held', () => {
  beforeEach(async () => {
    stub()
    wechat.answers = [{ ok: true, data: opened(run({ state: 'held' })) }]
    page = await drive(() => import('../../../../miniprogram/packages/staff/pages/run/run'))
    page.onLoad?.({ run: RUN })
    await settle()
  })

  afterEach(() => page.onUnload?.())

  test('that a later one has replaced says so, and leads to the one that waits', async () => {
    page.askWhy?.(tapped({ decision: 'refuse' }))
    page.typeReason?.({ detail: { value: '数据不完整' } })
    const note = '后来又传来了一次，这次不用再决定。'
    const now = { ...opened(run({ state: 'refused', note })), waiting: 'SJ220610-AAAAA1' }
    wechat.answers = [refused('CONFLICT', '这次数据已经不用了。'), { ok: true, data: now }]
    await page.decide?.()
    expect(page.data).toMatchObject({ asking: null, view: { waiting: 'SJ220610-AAAAA1' } })
    page.openWaiting?.()
    const url = '/packages/staff/pages/run/run?run=SJ220610-AAAAA1'
    expect(wechat.done).toContainEqual(['redirectTo', { url }])
  })

  test('wants a reason, which stays until it is sent', async () => {
    page.askWhy?.(tapped({ decision: 'refuse' }))
    await page.decide?.()
    expect(page.data.refusal).toBe('请写明原因')
    page.typeReason?.({ detail: { value: '数据不完整' } })
    wechat.answers = ['lost', { ok: true, data: opened(run({ state: 'refused' })) }]
    await page.decide?.()
    expect(page.data).toMatchObject({ reason: '数据不完整', asking: { decision: 'refuse' } })
    await page.decide?.()
    expect(page.data).toMatchObject({
      asking: null,
      view: { headline: '没有采用，学生的数据没有变' },
    })
  })
})
