import type { ClassAnswer } from '../../../../domain/procedures/answers'
import { toClassesView } from '../../../../miniprogram/packages/staff/pages/classes/view'
import { toClassView } from '../../../../miniprogram/packages/staff/pages/verification/view'
import { refused, stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, tapped, type Driven } from './driving'

type Row = ClassAnswer['students'][number]

const student = (studentNo: string, name: string, rest: Partial<Row> = {}): Row => ({
  studentNo,
  name,
  state: 'ready',
  lacking: [],
  says: '',
  ...rest,
})

const ZHOU = student('1907010201', '周予安')
const SHEN = student('1907010202', '沈清和')
const LIN = student('1907010216', '林知夏', { state: 'lacking', lacking: ['学费', '图书'] })
const LU = student('1907010203', '陆言之', { state: 'verified', says: '6 月 9 日已核验' })

const CLASS: ClassAnswer = {
  className: '软件技术 1902 班',
  conditional: false,
  now: '2022-06-10T04:00:00.000Z',
  students: [ZHOU, LIN, SHEN, LU],
}

let wechat: Wechat

beforeEach(() => {
  wechat = stubWechat({
    pageScrollTo: () => Promise.resolve(),
    setNavigationBarTitle: () => Promise.resolve(),
  })
})

async function open(answer: ClassAnswer = CLASS): Promise<Driven> {
  wechat.answers = [{ ok: true, data: answer }]
  const page = await drive(
    () => import('../../../../miniprogram/packages/staff/pages/verification/verification'),
  )
  page.onLoad?.({ class: encodeURIComponent(answer.className) })
  page.onShow?.()
  await settle()
  return page
}

test('the classes where somebody waits say how many', () => {
  const view = toClassesView({
    classes: [
      { className: '软件技术 1902 班', total: 41, ready: 2 },
      { className: '软件技术 1903 班', total: 38, ready: 0 },
    ],
  })
  expect(view.headline).toBe('2 人可以核验')
  expect(view.classes.map(({ hint }) => hint)).toEqual([
    '2 人可以核验，全班 41 人',
    '全班 38 人，现在没有',
  ])
})

test('who lacks what and who is verified stand below those who can be', () => {
  const { ready, others } = toClassView(CLASS)
  expect(ready.map(({ name }) => name)).toEqual(['周予安', '沈清和'])
  expect(others).toMatchObject([
    { title: '还没办完 1 人', students: [{ hint: '还差学费、图书' }] },
    { title: '已核验 1 人', students: [{ hint: '6 月 9 日已核验' }] },
  ])
})

test('everybody who is ready is chosen already, and can be left out', async () => {
  const page = await open()
  expect(wechat.sent).toEqual([{ className: '软件技术 1902 班' }])
  expect(page.data).toMatchObject({ count: 2, all: true })
  page.toggle?.(tapped({ no: SHEN.studentNo }))
  expect(page.data).toMatchObject({ count: 1, all: false })
  wechat.answers = [
    { ok: true, data: { results: [] } },
    { ok: true, data: CLASS },
  ]
  await page.verify?.()
  expect(wechat.sent[1]).toMatchObject({ students: [ZHOU.studentNo] })
})

test('each one gets a result of their own, those that failed first', async () => {
  const page = await open()
  const message = '还不能核验，必办环节没有办完：图书。'
  const results = [
    { studentNo: ZHOU.studentNo, ok: true, message: '已核验' },
    { studentNo: SHEN.studentNo, ok: false, message },
  ]
  wechat.answers = [
    { ok: true, data: { results } },
    { ok: true, data: CLASS },
  ]
  await page.verify?.()
  expect(page.data).toMatchObject({
    headline: '1 人已核验，1 人没有办成',
    results: [
      { name: '沈清和', words: `没有办成：${message}` },
      { name: '周予安', words: '已核验' },
    ],
    count: 0,
  })
})

test('after a lost answer the same goes again under the same id', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const page = await open()
  wechat.answers = ['lost', { ok: true, data: { results: [] } }, { ok: true, data: CLASS }]
  await page.verify?.()
  expect(page.data.refusal).toContain('没有连上学校的服务')
  await page.verify?.()
  expect(wechat.sent[2]?.requestId).toBe(wechat.sent[1]?.requestId)
})

test('who was left out stays so on coming back, and who is gone is not chosen', async () => {
  const page = await open()
  page.toggle?.(tapped({ no: SHEN.studentNo }))
  wechat.answers = [{ ok: true, data: { ...CLASS, students: [SHEN, LIN] } }]
  page.onShow?.()
  await settle()
  expect(page.data).toMatchObject({ chosen: {}, count: 0 })
})

test('what is on the screen stays when a fresh look fails', async () => {
  const page = await open()
  wechat.answers = [refused('UNAVAILABLE', '服务暂时没有答复。')]
  page.onShow?.()
  await settle()
  expect(page.data).toMatchObject({ failure: null, view: { headline: '2 人可以核验' } })
  expect(wechat.done).toContainEqual(['showToast', { title: '服务暂时没有答复。', icon: 'none' }])
})
