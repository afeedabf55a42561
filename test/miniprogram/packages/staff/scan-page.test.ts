import { stubWechat, type Wechat } from '../../services/wechat'

type ScanPage = Record<string, () => Promise<void>> & { data: Record<string, unknown> }

let wechat: Wechat
let page: ScanPage
let camera: () => Promise<{ result: string }>

const scanned = (verdict: string, name: string, reason: string) =>
  ({
    ok: true,
    data: {
      verdict,
      student: name ? { name, className: '软件技术 1902 班' } : null,
      reason,
      at: '2022-06-21T08:42:00.000Z',
    },
  }) as const

beforeEach(async () => {
  camera = () => Promise.resolve({ result: 'code' })
  wechat = stubWechat({ scanCode: () => camera() })
  Object.assign(globalThis, {
    Page: (options: ScanPage) => {
      page = {
        ...options,
        setData(this: ScanPage, change: object) {
          Object.assign(this.data, change)
        },
      } as unknown as ScanPage
    },
  })
  jest.resetModules()
  await import('../../../../miniprogram/packages/staff/pages/scan/scan')
})

test('green says who may leave', async () => {
  wechat.answers = [scanned('allowed', '周予安', '离校手续都办好了，可以放行。')]
  await page.scan?.()
  expect(page.data).toMatchObject({
    scanned: { good: true, word: '可以离校', name: '周予安', at: '16:42 扫码' },
    working: false,
  })
})

test.each(['pending', 'expired', 'forged'])('%s is red and says why', async (verdict) => {
  wechat.answers = [scanned(verdict, '', '二维码过期了，请同学刷新。')]
  await page.scan?.()
  expect(page.data.scanned).toMatchObject({
    good: false,
    word: '不可以',
    reason: '二维码过期了，请同学刷新。',
  })
})

test('going back from the camera changes nothing and asks nothing', async () => {
  wechat.answers = [scanned('allowed', '周予安', '')]
  await page.scan?.()
  camera = () => Promise.reject(Object.assign(new Error(), { errMsg: 'scanCode:fail cancel' }))
  await page.scan?.()
  expect(page.data).toMatchObject({ scanned: { name: '周予安' }, trouble: '' })
  expect(wechat.sent).toHaveLength(1)
})

test('a lost answer lets nobody through; asking again is the same scan', async () => {
  wechat.answers = ['lost', scanned('allowed', '周予安', '')]
  await page.scan?.()
  expect(page.data.scanned).toBeNull()
  expect(page.data.trouble).not.toBe('')
  await page.again?.()
  expect(page.data.scanned).toMatchObject({ good: true })
  expect(wechat.sent[1]).toEqual(wechat.sent[0])
})

test('the next student’s scan does not show the last one’s answer while it waits', async () => {
  wechat.answers = [scanned('allowed', '周予安', ''), 'lost']
  await page.scan?.()
  await page.scan?.()
  expect(page.data.scanned).toBeNull()
  expect(wechat.sent[1]?.requestId).not.toBe(wechat.sent[0]?.requestId)
})
