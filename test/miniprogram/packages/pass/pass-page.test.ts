import { ClearanceError } from '../../../../domain/errors'
import type { PassAnswer } from '../../../../domain/pass/answers'
import { qrPicture } from '../../../../miniprogram/packages/pass/pages/pass/qr'
import { toPassView } from '../../../../miniprogram/packages/pass/pages/pass/view'
import { stubWechat, type Wechat } from '../../services/wechat'

const TOKEN = 'A'.repeat(40)
const ANSWER: PassAnswer = {
  school: '南京城市职业学院',
  cohort: '2022 届',
  student: {
    studentNo: '1907010217',
    name: '周予安',
    className: '软件技术 1902 班',
    initials: '予安',
  },
  pass: {
    token: TOKEN,
    expiresAt: '2022-06-21T08:41:00.000Z',
    doneAt: '2022-06-21T08:40:00.000Z',
    condition: null,
  },
  missing: [],
  now: '2022-06-21T08:40:00.000Z',
}

type PassPage = Record<string, () => Promise<void>> & { data: Record<string, unknown> }

let wechat: Wechat
let page: PassPage
let brightness: number[]

beforeEach(async () => {
  jest.useFakeTimers()
  brightness = []
  wechat = stubWechat({
    getScreenBrightness: () => Promise.resolve({ value: 0.4 }),
    setScreenBrightness: ({ value }: { value: number }) => {
      brightness.push(value)
      return Promise.resolve()
    },
    setKeepScreenOn: () => Promise.resolve(),
  })
  wechat.answers = [{ ok: true, data: ANSWER }]
  Object.assign(globalThis, {
    Page: (options: PassPage) => {
      page = {
        ...options,
        setData(this: PassPage, change: object) {
          Object.assign(this.data, change)
        },
      } as unknown as PassPage
    },
  })
  jest.resetModules()
  await import('../../../../miniprogram/packages/pass/pages/pass/pass')
  await passing(0)
})

afterEach(() => jest.useRealTimers())

/** Lets time pass, with what is asked and answered in it. */
const passing = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000)

async function open(): Promise<void> {
  void page.onShow?.()
  await passing(0)
}

test('the card says whose it is, when it was done, and shows a code', () => {
  expect(toPassView(ANSWER)).toMatchObject({
    mayLeave: true,
    school: '南京城市职业学院　2022 届',
    identity: '软件技术 1902 班　1907010217',
    doneAt: '2022 年 6 月 21 日 16:40',
    picture: qrPicture(TOKEN),
  })
})

test('a code is small enough to be handed to the page every 45 seconds', () => {
  expect(qrPicture(TOKEN).length).toBeLessThan(12_000)
  expect(decodeURIComponent(qrPicture(TOKEN))).toMatch(/^data:image\/svg\+xml,<svg /)
})

test('renews itself 15 seconds before the code dies, and counts down to it', async () => {
  await open()
  expect(page.data.left).toBe(45)
  await passing(3)
  expect(page.data.left).toBe(42)
  expect(wechat.sent).toHaveLength(1)
  await passing(42)
  expect(wechat.sent).toHaveLength(2)
  expect(page.data.left).toBe(45)
})

test('stops when it is not seen, shows no code meanwhile, and starts over when seen again', async () => {
  await open()
  void page.onHide?.()
  expect(page.data.pass).toBeNull()
  await passing(300)
  expect(wechat.sent).toHaveLength(1)
  await open()
  expect(wechat.sent).toHaveLength(2)
  expect(page.data.pass).toMatchObject({ mayLeave: true })
})

test('an answer that comes after the page was left changes nothing', async () => {
  void page.onShow?.()
  void page.onUnload?.()
  await passing(100)
  expect(page.data.pass).toBeNull()
  expect(wechat.sent).toHaveLength(1)
})

test('the screen is bright while the code is on it, and as before afterwards', async () => {
  await open()
  await passing(50)
  expect(brightness).toEqual([1])
  void page.onHide?.()
  await passing(0)
  expect(brightness).toEqual([1, 0.4])
})

test('without a network it says so instead of showing an old code, and asks again by itself', async () => {
  await open()
  wechat.answers = ['lost']
  await passing(45)
  expect(page.data).toMatchObject({ pass: null, failure: { title: '凭证要联网才能出示' } })
  wechat.answers = [{ ok: true, data: ANSWER }]
  await passing(5)
  expect(page.data).toMatchObject({ pass: { mayLeave: true }, failure: null })
})

test('who may not leave sees what is missing, and nothing is renewed', async () => {
  wechat.answers = [{ ok: true, data: { ...ANSWER, pass: null, missing: ['图书归还'] } }]
  await open()
  expect(page.data.pass).toMatchObject({ mayLeave: false, missing: ['图书归还'], picture: '' })
  await passing(300)
  expect(wechat.sent).toHaveLength(1)
  expect(brightness).toEqual([])
})

test('an account without a person is sent to binding', async () => {
  const { code, message } = new ClearanceError({ code: 'UNBOUND', message: '请先绑定。' })
  wechat.answers = [{ ok: false, error: { code, message } }]
  await open()
  expect(wechat.done).toContainEqual(['redirectTo', { url: '/pages/binding/binding' }])
})
