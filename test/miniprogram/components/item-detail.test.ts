/** @jest-environment jsdom */
import { itemAnswer } from '../../../domain/sheet/answers'
import { cohort2022 } from '../../domain/cohort2022'
import { clearedFacts, fact, NOW, student } from '../../domain/sheet/students'
import { render } from './rendering'

const owing = student(['boarder'], {
  ...clearedFacts(),
  arrears: fact([{ fee: 'lodging', year: 2020, owedFen: 120000 }], '财务系统'),
})

const calls: [name: string, argument: unknown][] = []

/** A WeChat whose cloud function answers with the real domain. */
function stubWechat(answer: (code: string) => unknown): void {
  const noted = (name: string) => (argument: unknown) => {
    calls.push([name, argument])
    return Promise.resolve({})
  }
  Object.assign(globalThis, {
    wx: {
      cloud: {
        callFunction: ({ data }: { data: { input: { code: string } } }) =>
          Promise.resolve({ result: answer(data.input.code) }),
      },
      setStorageSync: () => undefined,
      removeStorageSync: () => undefined,
      makePhoneCall: noted('makePhoneCall'),
      setClipboardData: noted('setClipboardData'),
      addPhoneCalendar: noted('addPhoneCalendar'),
      showToast: noted('showToast'),
      navigateTo: noted('navigateTo'),
    },
  })
}

async function open(code: string) {
  stubWechat((asked) => ({ ok: true, data: itemAnswer(cohort2022, owing, asked, NOW) }))
  const detail = render('item-detail', { code })
  for (let tries = 0; tries < 50 && !detail.html().includes('main--detail'); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  return detail
}

beforeEach(() => calls.splice(0))

test('what is owed comes first, line by line, then what to do', async () => {
  const text = (await open('lodging')).text()
  expect(text).toMatch(/^\s*还欠 1,200.00 元/)
  expect(text).toContain('请在 6 月 15 日前缴清住宿费，还有 5 天。缴费后这里会自动变绿')
  expect(text).toContain('2020–2021 学年　住宿费1,200.00')
  expect(text.indexOf('合计')).toBeLessThan(text.indexOf('办理说明'))
})

test('办理说明 has place, hours, deadline, department, contact and phones', async () => {
  const text = (await open('lodging')).text()
  for (const words of [
    '微信公众号缴费平台',
    '8:30–16:20',
    '2022 年 6 月 15 日',
    '财务处　周晨婷',
    '025-85395103',
    '025-85395014',
    '财务处、二级学院：汇总欠费学生信息',
    '财务系统，今天 06:05',
  ]) {
    expect(text).toContain(words)
  }
})

test('a phone number is dialled, a name copied, the deadline put into the calendar', async () => {
  const detail = await open('lodging')
  await detail.tap('.phone')
  await detail.tap('.copy')
  await detail.tap('.calendar')
  expect(calls).toEqual([
    ['makePhoneCall', { phoneNumber: '025-85395103' }],
    ['setClipboardData', { data: '南京城市职业学院' }],
    [
      'addPhoneCalendar',
      {
        title: '离校单：住宿费今天截止',
        startTime: Date.parse('2022-06-15T09:00:00+08:00') / 1000,
        description: '2022 年 6 月 15 日前办理，微信公众号缴费平台，025-85395103，025-85395014',
        alarm: true,
      },
    ],
    ['showToast', { title: '已加到日历', icon: 'success' }],
  ])
})

test('an item that is filed for leads to its form, one that is done does not', async () => {
  const { residence } = owing.facts
  if (residence) residence.value.checkedOutOn = null
  const detail = await open('dorm')
  expect(detail.text()).toContain('填写退宿申请')
  await detail.tap('.file')
  const url = '/packages/requests/pages/dorm-checkout/dorm-checkout'
  expect(calls).toEqual([['navigateTo', { url }]])
  expect((await open('tuition')).html()).not.toContain('main--file')
})

test('why a step was taken back stands below where it is now, until the next step', async () => {
  const brief = { id: 'DA220610-000001', version: 5, since: NOW.toISOString(), note: '' }
  const word = {
    role: 'archives',
    transition: 'takeBack',
    from: 'done',
    note: '登记错了人',
  } as const
  const { requests } = owing
  owing.requests = { archive: { ...brief, state: 'sending', by: 'secretary', word } }
  expect((await open('archive')).text()).toMatch(
    /^\s*等招生就业处寄出\s*招生就业处撤回了上一步：登记错了人/,
  )
  owing.requests = { archive: { ...brief, state: 'done', by: 'archives' } }
  const text = (await open('archive')).text()
  expect(text).not.toContain('登记错了人')
  expect(text).toContain('招生就业处登记，今天 09:00')
  if (requests) owing.requests = requests
})

test('a fee is asked about beside paying it, with a quiet button', async () => {
  const detail = await open('lodging')
  expect(detail.text()).toContain('对数据有疑问')
  await detail.tap('.file')
  const url = '/packages/requests/pages/procedure/procedure?code=feeQuestion'
  expect(calls).toEqual([['navigateTo', { url }]])
})

test('what the notice leaves open is said, not invented', async () => {
  expect((await open('archive')).text()).toContain('通知没有写明，去之前请先打电话问')
  expect((await open('verification')).text()).toContain('通知没有写这一段，待学院确认。')
})

test('a paragraph for 专转本 is read by 专转本 only', async () => {
  expect((await open('archive')).text()).not.toContain('专用封条')
  owing.traits.push('upgrade')
  expect((await open('archive')).text()).toContain('专用封条')
})

test('a refusal is shown in its own words', async () => {
  stubWechat(() => ({ ok: false, error: { code: 'NOT_FOUND', message: '离校单上没有这个环节。' } }))
  const detail = render('item-detail', { code: 'nothing' })
  for (let tries = 0; tries < 50 && !detail.html().includes('page-state'); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
  await new Promise((resolve) => setTimeout(resolve, 0))
  expect(detail.text()).toContain('离校单上没有这个环节。')
})
