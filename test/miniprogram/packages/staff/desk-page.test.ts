import { stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'

type Desk = Record<string, (event?: object) => unknown> & {
  data: { tabs: { name: string; title: string; count: number }[]; tab: string } & Record<
    string,
    unknown
  >
}

let wechat: Wechat
let calls: string[]

const HOME = {
  ok: true as const,
  data: {
    name: '王海棠',
    grants: [{ role: 'counsellor', roleName: '辅导员', scope: '软件技术 1902 班' }],
    vacancies: [],
  },
}

/** The page's own script, driven as WeChat would; what waits is a component of its own. */
async function open(): Promise<Desk> {
  wechat = stubWechat({
    getWindowInfo: () => ({ windowWidth: 375 }),
    stopPullDownRefresh: () => Promise.resolve(),
  })
  wechat.answers = [HOME]
  calls = []
  let page: Desk | undefined
  Object.assign(globalThis, {
    Page: (options: Desk) => {
      page = {
        ...options,
        setData(this: Desk, change: object) {
          Object.assign(this.data, change)
        },
        selectComponent: () => ({
          load: async () => calls.push('load'),
          loadMore: async () => calls.push('loadMore'),
        }),
      } as unknown as Desk
    },
  })
  jest.resetModules()
  await import('../../../../miniprogram/packages/staff/pages/desk/desk')
  if (!page) throw new Error('no page was registered')
  page.onLoad?.()
  page.onShow?.()
  return page
}

const count = (procedure: string, title: string, count: number) => ({ procedure, title, count })
const shown = (...counts: object[]) => ({ detail: { counts, empty: counts.length === 0 } })
const titles = (desk: Desk) => desk.data.tabs.map(({ title }) => title)
const tap = (name: string) => ({ currentTarget: { dataset: { name } } })

test('a tab for each kind that waits, and 全部 where there are several', async () => {
  const desk = await open()
  desk.shown?.(shown(count('dormCheckout', '退宿', 12), count('cardRefund', '一卡通退费', 3)))
  expect(desk.data.tabs).toMatchObject([
    { title: '全部', count: 15 },
    { title: '退宿', count: 12 },
    { title: '一卡通退费', count: 3 },
    { title: '我的', count: 0 },
  ])
  desk.shown?.(shown(count('dormCheckout', '退宿', 12)))
  expect(titles(desk)).toEqual(['退宿', '我的'])
})

test('opening a list with something in it asks nothing else', async () => {
  const desk = await open()
  desk.shown?.(shown(count('dormCheckout', '退宿', 12)))
  await settle()
  expect(wechat.sent).toEqual([])
  expect(calls).toEqual([])
})

test('an empty list asks who one is, to say what will come', async () => {
  const desk = await open()
  desk.shown?.(shown())
  await settle()
  expect(wechat.sent).toHaveLength(1)
  expect(desk.data.desk).toMatchObject({ headline: '王海棠，现在没有待办' })
})

test('a kind that is done leads back to what is left', async () => {
  const desk = await open()
  const dorm = count('dormCheckout', '退宿', 1)
  desk.shown?.(shown(dorm, count('cardRefund', '一卡通退费', 3)))
  desk.chooseTab?.(tap('cardRefund'))
  expect(desk.data).toMatchObject({ tab: 'cardRefund', procedure: 'cardRefund' })
  desk.shown?.(shown(dorm))
  expect(desk.data).toMatchObject({ tab: '', procedure: '' })
})

test('coming back looks again; the end of the page brings more', async () => {
  const desk = await open()
  desk.onShow?.()
  desk.onReachBottom?.()
  expect(calls).toEqual(['load', 'loadMore'])
  desk.chooseTab?.(tap('mine'))
  desk.onReachBottom?.()
  expect(calls).toHaveLength(2)
  expect(wechat.sent).toHaveLength(1)
})

test('a row opens its page on a phone, and beside the list on a wide screen', async () => {
  const desk = await open()
  desk.openRequest?.({ detail: { id: 'TS220610-AAAAAA' } })
  expect(wechat.done).toHaveLength(1)
  desk.onResize?.({ size: { windowWidth: 900 } })
  desk.openRequest?.({ detail: { id: 'TS220610-AAAAAA' } })
  expect(wechat.done).toHaveLength(1)
  expect(desk.data.chosen).toBe('TS220610-AAAAAA')
})

test('whose rights have all ended is told whom to ask, and is not sent in circles', async () => {
  const desk = await open()
  wechat.answers = [
    { ok: true, data: { kind: 'staff', name: '王海棠', grants: [], campusLogin: null } },
  ]
  await desk.turnAway?.()
  expect(desk.data.desk).toMatchObject({
    headline: '王海棠，你还没有岗位',
    coming: ['请管理员给你分配岗位，分配后马上能用。'],
  })
  expect(wechat.done).toEqual([])
})

test('a student who comes here is taken to the sheet', async () => {
  const desk = await open()
  wechat.answers = [
    { ok: true, data: { kind: 'student', name: '林知夏', grants: [], campusLogin: null } },
  ]
  await desk.turnAway?.()
  expect(wechat.done).toEqual([['redirectTo', { url: '/pages/sheet/sheet' }]])
})
