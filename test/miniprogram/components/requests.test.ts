/** @jest-environment jsdom */
import { toProgressView } from '../../../miniprogram/components/request-progress/view'
import { request } from '../packages/requests/answers'
import { stubWechat, type Wechat } from '../services/wechat'
import { render } from './rendering'

let done: Wechat['done']

beforeEach(() => {
  const noted = (name: string) => (options: unknown) => {
    done.push([name, options])
    return Promise.resolve({})
  }
  const apis = { makePhoneCall: noted('makePhoneCall'), previewImage: noted('previewImage') }
  ;({ done } = stubWechat(apis))
})

test('progress: where it stands, what follows, whom to call, and each step in words', () => {
  const view = request('dormCheckout', 'secretary', {
    headline: '等学院书记审核',
    late: true,
    timeline: [
      { mark: 'done', title: '你提交了申请', detail: '6 月 10 日 09:12' },
      { mark: 'now', title: '等学院书记审核', detail: '已等 3 小时' },
      { mark: 'ahead', title: '离开宿舍', detail: '' },
    ],
  })
  const contacts = [{ name: '学生处 方莉莉', phones: ['025-85395012'] }]
  const text = render('request-progress', { request: view, contacts }).text()
  expect(text).toMatch(/^等学院书记审核有结果会通知你。/)
  expect(text).toContain('在截止日期以后提交')
  expect(text).toContain('学生处 方莉莉025-85395012')
  expect(text).toContain('离开宿舍')
  expect(toProgressView(view).stages.map(({ label }) => label)).toEqual([
    '已完成，你提交了申请，6 月 10 日 09:12',
    '现在，等学院书记审核，已等 3 小时',
    '还没到，离开宿舍',
  ])
})

test('a number is dialled', async () => {
  const contacts = [{ name: '刘长河', phones: ['025-85390000'] }]
  await render('contact-lines', { contacts }).tap('.phone')
  expect(done).toEqual([['makePhoneCall', { phoneNumber: '025-85390000' }]])
})

test('record: damages of the checklist stand out, elsewhere the same words do not', () => {
  const record = render('request-record', {
    heading: '检查记录',
    lines: [
      { label: '物品', value: '床完好、桌损坏、窗缺失' },
      { label: '备注', value: '桌损坏是旧伤' },
    ],
  })
  expect(record.text()).toContain('床完好、桌损坏、窗缺失')
  expect(record.html().match(/main--loud/g)).toHaveLength(2)
})

test('a photo opens among the others, and one without a link says so', async () => {
  const record = render('request-record', {
    heading: '',
    photos: [
      { id: 'a', url: 'https://a' },
      { id: 'b', url: '' },
    ],
  })
  expect(record.text()).toContain('暂时看不到')
  await record.fire('.photo', 'tap', {}, 1)
  await record.tap('.photo')
  expect(done).toEqual([['previewImage', { urls: ['https://a'], current: 'https://a' }]])
})

test('choice: one of a few, told once', async () => {
  const options = [
    { value: 'good', text: '完好' },
    { value: 'damaged', text: '损坏' },
  ]
  const choice = render('choice', { label: '床', options, value: 'good' })
  const changed = jest.fn()
  choice.on('change', changed)
  await choice.fire('.option', 'tap', {}, 0)
  await choice.fire('.option', 'tap', {}, 1)
  expect(changed.mock.calls).toMatchObject([[{ detail: { value: 'damaged' } }]])
})

test.each([
  [-1, 'less', [0]],
  [-1, 'more', [1]],
  [0, 'less', []],
  [9, 'more', []],
  [2, 'less', [1]],
])('counter: from %p %s leads to %p', async (value, button, values) => {
  const stepper = render('count-stepper', { label: '钥匙', unit: '把', value })
  const changed: unknown[] = []
  stepper.on('change', ({ detail }) => changed.push((detail as { value: number }).value))
  await stepper.tap(`.${button}`)
  expect(changed).toEqual(values)
  expect(stepper.text()).toContain(value < 0 ? '—' : `${value} 把`)
})

test('reasons: the usual ones join, and tapped again they go', async () => {
  const usual = ['钥匙数不对', '赔偿金额不对']
  const said: unknown[] = []
  for (const value of ['', '钥匙数不对', '钥匙数不对；赔偿金额不对']) {
    const field = render('reason-field', { label: '哪里不对', usual, value })
    field.on('change', ({ detail }) => said.push((detail as { value: string }).value))
    await field.fire('.reason', 'tap', {}, 1)
  }
  expect(said).toEqual(['赔偿金额不对', '钥匙数不对；赔偿金额不对', '钥匙数不对'])
})
