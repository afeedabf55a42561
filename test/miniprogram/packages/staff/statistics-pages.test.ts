/** @jest-environment jsdom */
import type { LackingAnswer, OverviewAnswer } from '../../../../domain/statistics/answers'
import { toLineView } from '../../../../miniprogram/packages/staff/components/days-line/view'
import { saidOf, toLackingView } from '../../../../miniprogram/packages/staff/pages/lacking/view'
import { toStatisticsView } from '../../../../miniprogram/packages/staff/pages/statistics/view'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, tapped, type Driven } from './driving'
import { renderStaff } from './rendering'

const NOW = '2022-06-12T06:00:00.000Z'
const PAGES = '/packages/staff/pages'

const dorm = {
  code: 'dorm',
  title: '退宿',
  required: true,
  step: 1,
  done: 2_600,
  pending: 12,
  exempt: 394,
  listed: true,
}
const tuition = { ...dorm, code: 'tuition', title: '学费', done: 3_006, pending: 0, exempt: 0 }
const library = { ...dorm, code: 'library', title: '图书归还', pending: 40, listed: false }
const verification = { ...dorm, code: 'verification', title: '学院核验', step: 2, pending: 900 }

const SCHOOL: OverviewAnswer = {
  cohort: { id: '2022', name: '2022 届' },
  name: '全校',
  students: 3_006,
  mayLeave: 812,
  exports: true,
  line: [],
  now: NOW,
  items: [tuition, dorm, verification, library],
  parts: { kind: 'college', rows: [{ name: '商学院', students: 501, mayLeave: 40 }] },
}

const LIST: LackingAnswer = {
  item: { code: 'dorm', title: '退宿', required: true },
  deadline: { text: '2022 年 6 月 22 日', daysLeft: 10 },
  name: '全校',
  total: 38,
  more: true,
  reminds: true,
  registers: false,
  opens: true,
  now: NOW,
  parts: { kind: 'class', rows: [{ name: '软件技术 1902 班', pending: 30 }] },
  rows: [
    {
      studentNo: '1907010216',
      name: '林知夏',
      className: '软件技术 1902 班',
      reason: '还没有提交退宿申请',
      daysLate: 0,
    },
  ],
}

const REMINDED = { reminded: 35, bound: 30, already: 2, waiting: 1, more: false }

let wechat: Wechat
beforeEach(() => {
  wechat = stubWechat({
    stopPullDownRefresh: () => Promise.resolve(),
    setNavigationBarTitle: () => Promise.resolve(),
  })
})

describe('how far everybody is, in words', () => {
  test('the first line answers how many may leave', () => {
    expect(toStatisticsView(SCHOOL)).toMatchObject({
      headline: '3,006 人，可以离校 812 人',
      lead: '全校，2022 届毕业生',
    })
  })

  test('what most lack comes first, and 学院核验 after everything else', () => {
    const { items } = toStatisticsView(SCHOOL)
    expect(items.map(({ title }) => title)).toEqual([
      ...['★ 图书归还', '★ 退宿', '★ 学费', '★ 学院核验'],
    ])
  })

  test('a row says all of its numbers, and leads only to a list that one may see', () => {
    const rows = new Map(toStatisticsView(SCHOOL).items.map((row) => [row.key, row]))
    expect(rows.get('dorm')).toMatchObject({
      missing: '还差 12 人',
      words: '已办理 2,600 人，无需办理 394 人',
      leads: true,
      label: '退宿，必办，还差 12 人，已办理 2,600 人，无需办理 394 人',
    })
    expect(rows.get('tuition')).toMatchObject({ missing: '', leads: false })
    expect(rows.get('library')).toMatchObject({ missing: '还差 40 人', leads: false })
  })

  test('before there are students it says what will come', () => {
    const nobody = { ...SCHOOL, cohort: null, students: 0, mayLeave: 0, items: [] }
    expect(toStatisticsView(nobody)).toMatchObject({
      headline: '还没有毕业生名单',
      lead: '名单导入以后，这里有每个环节办到哪里。',
      noLine: '',
    })
  })

  test('on the first day it says from when there is a line, and a class never has one', () => {
    expect(toStatisticsView(SCHOOL).noLine).toBe('每天早上记一次，从明天起这里有一条线。')
    expect(toStatisticsView({ ...SCHOOL, line: null })).toMatchObject({ line: null, noLine: '' })
  })
})

describe('the line over time', () => {
  const mornings = [
    { day: '2022-06-11', students: 100, mayLeave: 10 },
    { day: '2022-06-12', students: 100, mayLeave: 40 },
  ]

  test('goes from the first morning to now, as high as the share who may leave', () => {
    const line = toLineView(mornings, { students: 100, mayLeave: 50, now: NOW })
    expect(line?.area).toBe('polygon(0% 90.4%, 66.67% 61.6%, 100% 52%, 100% 100%, 0% 100%)')
    expect(line).toMatchObject({ top: '100 人', from: '6 月 11 日', to: '现在' })
  })

  test('is told as a sentence', () => {
    const words = (mayLeave: number) =>
      toLineView(mornings, { students: 100, mayLeave, now: NOW })?.words
    expect(words(50)).toBe('6 月 11 日早上可以离校 10 人，现在 50 人，和今天早上比多 10 人。')
    expect(words(40)).toMatch(/和今天早上比一样多。$/)
    expect(words(38)).toMatch(/和今天早上比少 2 人。$/)
  })

  test('stands below the line', () => {
    const line = toLineView(mornings, { students: 100, mayLeave: 50, now: NOW })
    expect(renderStaff('days-line', { line }).text()).toContain('现在 50 人')
  })
})

describe('进度统计', () => {
  async function open(query: object, answer: OverviewAnswer = SCHOOL): Promise<Driven> {
    wechat.answers = [{ ok: true, data: answer }]
    const page = await drive(
      () => import('../../../../miniprogram/packages/staff/pages/statistics/statistics'),
    )
    page.onLoad?.(query)
    page.onShow?.()
    await settle()
    return page
  }

  test('asks for everything, and leads to a college and to a list of its cohort', async () => {
    const page = await open({})
    expect(wechat.sent).toEqual([{}])
    page.openPart?.(tapped({ key: '商学院' }))
    page.openItem?.(tapped({ key: 'dorm' }))
    page.openItem?.(tapped({ key: 'library' }))
    const college = encodeURIComponent('商学院')
    expect(wechat.done).toEqual([
      ['navigateTo', { url: `${PAGES}/statistics/statistics?cohort=2022&college=${college}` }],
      ['navigateTo', { url: `${PAGES}/lacking/lacking?cohort=2022&item=dorm` }],
    ])
  })

  test('of a college leads on to its classes', async () => {
    const college = encodeURIComponent('商学院')
    const parts = { kind: 'class' as const, rows: SCHOOL.parts.rows }
    const page = await open({ cohort: '2022', college }, { ...SCHOOL, parts })
    expect(wechat.sent).toEqual([{ cohort: '2022', college: '商学院' }])
    page.openPart?.(tapped({ key: '会计 1901 班' }))
    const name = encodeURIComponent('会计 1901 班')
    expect(wechat.done).toEqual([
      [
        'navigateTo',
        { url: `${PAGES}/statistics/statistics?cohort=2022&college=${college}&class=${name}` },
      ],
    ])
  })

  test('says why nothing came, and tries again', async () => {
    const page = await open({})
    page.data.view = null
    wechat.answers = [refused('UNAVAILABLE', '没有连上学校的服务。'), { ok: true, data: SCHOOL }]
    page.onShow?.()
    await settle()
    expect(page.data.failure).toMatchObject({ message: '没有连上学校的服务。' })
    page.retry?.()
    await settle()
    expect(page.data).toMatchObject({ failure: null, view: { exports: true } })
  })
})

describe('who lacks an item', () => {
  async function open(answer: LackingAnswer = LIST): Promise<Driven> {
    wechat.answers = [{ ok: true, data: answer }]
    const page = await drive(
      () => import('../../../../miniprogram/packages/staff/pages/lacking/lacking'),
    )
    page.onLoad?.({ cohort: '2022', item: 'dorm' })
    page.onShow?.()
    await settle()
    return page
  }

  test('says how many, whose, and until when', () => {
    expect(toLackingView(LIST)).toMatchObject({
      headline: '退宿还差 38 人',
      leads: ['全校', '截止 2022 年 6 月 22 日，还有 10 天'],
      remind: '提醒这 38 人',
    })
    const done = { ...LIST, total: 0, rows: [] }
    expect(toLackingView(done)).toMatchObject({ headline: '退宿没有人差了', remind: '' })
    expect(toLackingView({ ...LIST, reminds: false }).remind).toBe('')
  })

  test('gets longer at its end, and keeps its length on coming back', async () => {
    const page = await open()
    page.onReachBottom?.()
    await settle()
    expect(wechat.sent.map(({ page }) => page)).toEqual([0, 0, 1])
    page.onShow?.()
    await settle()
    expect(wechat.sent).toHaveLength(5)
    expect(page.data.rows).toHaveLength(1)
  })

  test('a row opens the student, where one may', async () => {
    const page = await open()
    page.open?.(tapped({ no: '1907010216' }))
    expect(wechat.done).toEqual([
      ['navigateTo', { url: expect.stringMatching(/student\?for=\d+$/) as string }],
    ])
    page.data.view = toLackingView({ ...LIST, opens: false })
    page.open?.(tapped({ no: '1907010216' }))
    expect(wechat.done).toHaveLength(1)
  })

  test('is narrowed to one class', async () => {
    const page = await open()
    page.narrow?.(tapped({ name: '软件技术 1902 班' }))
    const name = encodeURIComponent('软件技术 1902 班')
    expect(wechat.done).toEqual([
      ['navigateTo', { url: `${PAGES}/lacking/lacking?cohort=2022&item=dorm&class=${name}` }],
    ])
  })

  test('all of them are reminded after being asked once, and it says what that did', async () => {
    const page = await open()
    wechat.answers = [{ ok: true, data: REMINDED }]
    page.remind?.()
    await settle()
    expect(wechat.done).toMatchObject([['showModal', { title: '提醒这 38 人' }]])
    expect(page.data.said).toBe(
      '提醒了 35 人。其中 5 人还没有绑定微信，绑定以后在「消息」里看得到。' +
        '2 人今天已经提醒过，没有再提醒。1 人在等老师办，不用提醒。',
    )
  })

  test('nobody is reminded by who says no', async () => {
    const page = await open()
    wechat.confirms = false
    page.remind?.()
    await settle()
    expect(wechat.sent).toHaveLength(1)
  })

  test('a long list goes on under the same request until all are told', async () => {
    const page = await open()
    const some = { ok: true as const, data: { ...REMINDED, reminded: 20, more: true } }
    wechat.answers = [some, { ok: true, data: REMINDED }]
    page.remind?.()
    await settle()
    await settle()
    const [, first, second] = wechat.sent
    expect(second).toEqual(first)
    expect(page.data).toMatchObject({ sending: false, said: saidOf(REMINDED) })
  })

  test('a reminder that was not answered is tried again as the same', async () => {
    jest.spyOn(console, 'warn').mockImplementation()
    const page = await open()
    wechat.answers = ['lost', { ok: true, data: REMINDED }]
    page.remind?.()
    await settle()
    expect(page.data.refusal).not.toBe('')
    page.remind?.()
    await settle()
    expect(wechat.sent[2]).toEqual(wechat.sent[1])
    expect(page.data).toMatchObject({ refusal: '', said: saidOf(REMINDED) })
  })
})

describe('the table', () => {
  const made = {
    ok: true as const,
    data: { url: 'https://files/x.xlsx', expiresAt: '2022-06-12T06:10:00.000Z', students: 38 },
  }
  const phone = (statusCode: number) => ({
    downloadFile: ({ success }: { success: (file: object) => void }) =>
      success({ statusCode, tempFilePath: '/tmp/x.xlsx' }),
    openDocument: (options: object) => {
      wechat.done.push(['openDocument', options])
      return Promise.resolve()
    },
  })

  test('is made, said to be there and until when, and opened', async () => {
    wechat = stubWechat(phone(200))
    wechat.answers = [made]
    const card = renderStaff('table-export', { cohort: '2022', item: 'dorm', part: {} })
    await card.tap('.make')
    await settle()
    expect(wechat.sent).toMatchObject([{ cohort: '2022', item: 'dorm' }])
    expect(card.text()).toContain('表格做好了，共 38 人，14:10 前可以下载。')
    await card.tap('.open')
    await settle()
    expect(wechat.done).toMatchObject([['openDocument', { fileType: 'xlsx' }]])
  })

  test('whose link is over is made again', async () => {
    wechat = stubWechat(phone(403))
    wechat.answers = [made]
    const card = renderStaff('table-export', { cohort: '2022', item: '', part: {} })
    await card.tap('.make')
    await settle()
    await card.tap('.open')
    await settle()
    expect(card.text()).toContain('链接已经过期，请重新做一次表格。')
  })

  test('that was not made says why', async () => {
    wechat.answers = [refused('CONFLICT', '同一时间有别的操作，请过几秒再试。')]
    const card = renderStaff('table-export', { cohort: '2022', item: '', part: {} })
    await card.tap('.make')
    await settle()
    expect(card.text()).toContain('同一时间有别的操作，请过几秒再试。')
  })
})
