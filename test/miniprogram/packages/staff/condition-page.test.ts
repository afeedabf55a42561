import type { ClassAnswer } from '../../../../domain/procedures/answers'
import { toClassView } from '../../../../miniprogram/packages/staff/pages/verification/view'
import { stubWechat, type Wechat } from '../../services/wechat'
import { settle } from './answers'
import { drive, type Driven } from './driving'

const LIN = '1907010216'

const CLASS: ClassAnswer = {
  className: '软件技术 1902 班',
  conditional: true,
  now: '2022-06-10T04:00:00.000Z',
  students: [
    { studentNo: LIN, name: '林知夏', state: 'lacking', lacking: ['住宿费'], says: '' },
    {
      studentNo: '1907010203',
      name: '陆言之',
      state: 'conditional',
      lacking: ['学费'],
      says: '有条件核验：补缴学费，6 月 30 日前',
    },
  ],
}

let wechat: Wechat
let left = 0

beforeEach(() => {
  left = 0
  wechat = stubWechat({
    navigateBack: () => {
      left++
      return Promise.resolve()
    },
  })
})

async function open(answer: ClassAnswer = CLASS): Promise<Driven> {
  wechat.answers = [{ ok: true, data: answer }]
  const page = await drive(
    () => import('../../../../miniprogram/packages/staff/pages/condition/condition'),
  )
  const { handOver } = await import('../../../../miniprogram/services/hand-over')
  page.onLoad?.({ class: encodeURIComponent(answer.className), for: handOver(LIN) })
  await settle()
  return page
}

const result = (rest: object) => ({
  ok: true as const,
  data: { results: [{ studentNo: LIN, ...rest }] },
})

test('a class of a college that allows it offers it beside each who lacks something', () => {
  expect(toClassView(CLASS).others).toMatchObject([
    { title: '还没办完 1 人', action: '有条件核验' },
    {
      title: '有条件核验 1 人',
      action: '改条件',
      students: [{ hint: '有条件核验：补缴学费，6 月 30 日前' }],
    },
  ])
  const not = toClassView({ ...CLASS, conditional: false })
  expect(not.others.map(({ action }) => action)).toEqual(['', ''])
})

test('it opens with what is missing as the condition, and sends what was typed', async () => {
  const page = await open()
  expect(page.data).toMatchObject({
    view: { headline: '林知夏还差住宿费' },
    typed: { condition: '补办住宿费', until: '2022-06-17' },
  })
  page.fill?.({ detail: { name: 'condition', value: '补缴住宿费' } })
  wechat.answers = [result({ ok: true, message: '已有条件核验' })]
  await page.verify?.()
  expect(wechat.sent[1]).toMatchObject({
    students: [LIN],
    condition: { condition: '补缴住宿费', until: '2022-06-17' },
  })
  expect(left).toBe(1)
})

test('a day that is refused says so at its field, and what was typed stays', async () => {
  const page = await open()
  const until = '最晚的那一天不能早于今天'
  wechat.answers = [result({ ok: false, message: until, fields: { until } })]
  await page.verify?.()
  expect(page.data).toMatchObject({
    errors: { until },
    refusal: '',
    typed: { until: '2022-06-17' },
  })
  expect(left).toBe(0)
})

test('nothing is sent without a condition', async () => {
  const page = await open()
  page.fill?.({ detail: { name: 'condition', value: '' } })
  await page.verify?.()
  expect(page.data).toMatchObject({ errors: { condition: '请写明还要补办什么' } })
  expect(wechat.sent).toHaveLength(1)
})

test('who lacks nothing any more is verified plainly, on the page before', async () => {
  await open({ ...CLASS, students: [] })
  expect(left).toBe(1)
})
