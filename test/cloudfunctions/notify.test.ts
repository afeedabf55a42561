import type { OutboxMessage } from '../../domain/messages/outbox'
import { dormForm, MORNING, openidOf, SmallSchool } from './small-school'

const counsellor = openidOf('counsellor', 'own')

let school: SmallSchool
let number = 0
let openid = ''

beforeAll(async () => {
  school = await SmallSchool.open()
})
afterAll(() => school.close())
beforeEach(async () => {
  await school.seed()
  school.cloud.clock.set('2022-06-10T09:00:10+08:00')
  await school.cloud.store.remove('outbox')
  ;({ openid } = await school.addBoarder(++number))
})

let asked = 0
const requestId = () => `notify-test-${String(++asked).padStart(8, '0')}`

async function filed(at = school, by = openid): Promise<string> {
  const answer = await at.call(by, 'requests.act', {
    procedure: 'dormCheckout',
    transition: 'file',
    version: 0,
    input: dormForm(),
    note: '',
    requestId: requestId(),
  })
  return answer.ok ? (answer.data.request?.id ?? '') : ''
}

const decide = (id: string, transition: string, note = '') =>
  school.call(counsellor, 'desk.decide', {
    decisions: [{ id, version: 1 }],
    transition,
    note,
    requestId: requestId(),
  })

const minute = () => school.cloud.invoke('notify', { Type: 'Timer' }, { source: 'wx_trigger' })
const outbox = () => school.cloud.store.find<OutboxMessage>('outbox', { order: { _id: 1 } })
const sentTo = (person: string) =>
  school.cloud.messages.list().filter((message) => message.openid === person)

test('whoever’s turn it is gets a message, and the student the result', async () => {
  school.cloud.messages.accept(counsellor, 'template-turn')
  school.cloud.messages.accept(openid, 'template-result')
  const id = await filed()
  expect(await minute()).toMatchObject({ ok: true, data: { sent: 1, over: 0, again: 0 } })
  expect(sentTo(counsellor)).toMatchObject([
    {
      templateId: 'template-turn',
      page: 'packages/staff/pages/desk/desk',
      data: { thing1: { value: '退宿' }, time3: { value: '2022年6月10日 09:00' } },
    },
  ])
  await decide(id, 'return', '离开时间要改')
  await minute()
  expect(sentTo(openid)).toMatchObject([
    { templateId: 'template-result', data: { thing2: { value: '已退回：离开时间要改' } } },
  ])
})

test('a reason is in what WeChat shows, which is cut after 20 letters', async () => {
  school.cloud.messages.accept(openid, 'template-result')
  const id = await filed()
  await decide(id, 'approve')
  await school.call(counsellor, 'desk.decide', {
    decisions: [{ id, version: 2 }],
    transition: 'takeBack',
    note: '学生说离开的日子要改',
    requestId: requestId(),
  })
  await minute()
  expect(sentTo(openid).at(-1)).toMatchObject({
    data: { thing2: { value: '撤回了上一步：学生说离开的日子要改' } },
  })
})

test('who has not subscribed finds it in the mini program, and is not tried again', async () => {
  const id = await filed()
  await decide(id, 'return', '离开时间要改')
  await minute()
  expect(outbox().map(({ kind, state }) => [kind, state])).toEqual([
    ['turn', 'over'],
    ['result', 'sent'],
  ])
  const inbox = await school.call(openid, 'requests.messages', {})
  expect(inbox).toMatchObject({
    data: { messages: [{ title: '退宿', text: '已退回：离开时间要改' }] },
  })
  expect(await minute()).toMatchObject({ data: { sent: 0, over: 0, again: 0 } })
})

test('an error of WeChat loses nothing: it is tried again after growing pauses', async () => {
  school.cloud.messages.accept(counsellor, 'template-turn')
  const before = sentTo(counsellor).length
  school.cloud.messages.failNext({ errcode: 45009 }, 3)
  await filed()
  const pauses: number[] = []
  for (let failures = 1; failures <= 3; failures++) {
    expect(await minute()).toMatchObject({ data: { again: 1, sent: 0 } })
    const [message] = outbox()
    expect(message).toMatchObject({ error: 'WeChat answered 45009', tries: failures })
    const due = message?.dueAt ?? ''
    pauses.push(Math.round((Date.parse(due) - school.cloud.clock.now().getTime()) / 60_000))
    expect(sentTo(counsellor).length).toBe(before)
    school.cloud.clock.set(due)
  }
  expect(pauses).toEqual([1, 2, 4])
  expect(await minute()).toMatchObject({ data: { sent: 1 } })
  expect(sentTo(counsellor).length - before).toBe(1)
})

test('two runs at once send once', async () => {
  school.cloud.messages.accept(counsellor, 'template-turn', 5)
  const before = sentTo(counsellor).length
  await filed()
  await Promise.all([minute(), minute(), minute()])
  expect(sentTo(counsellor).length - before).toBe(1)
})

test('a run that died after claiming is made up for', async () => {
  school.cloud.messages.accept(counsellor, 'template-turn', 5)
  const before = sentTo(counsellor).length
  await filed()
  const [message] = outbox()
  const later = new Date(Date.parse(MORNING) + 120_000).toISOString()
  await school.cloud.store.update(
    'outbox',
    { _id: message?._id },
    { $set: { dueAt: later, tries: 1 } },
  )
  await minute()
  expect(sentTo(counsellor).length).toBe(before)
  school.cloud.clock.set(later)
  await minute()
  expect(sentTo(counsellor).length - before).toBe(1)
})

test('what is no longer true is not sent', async () => {
  school.cloud.messages.accept(counsellor, 'template-turn', 5)
  const before = sentTo(counsellor).length
  await filed()
  await school.call(openid, 'requests.act', {
    procedure: 'dormCheckout',
    transition: 'withdraw',
    version: 1,
    input: {},
    note: '',
    requestId: requestId(),
  })
  expect(await minute()).toMatchObject({ data: { over: 1, sent: 0 } })
  expect(sentTo(counsellor).length).toBe(before)
})

test('is refused to a phone', async () => {
  const answer = await school.cloud.invoke('notify', {}, { openid: 'oLi', source: 'wx_client' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
})

test('a school whose template numbers its fields otherwise says so in the variable', async () => {
  const other = await SmallSchool.open({ TEMPLATE_TURN: 'template-turn:thing4,thing5,time2' })
  const { openid: student } = await other.addBoarder(1)
  other.cloud.messages.accept(counsellor, 'template-turn')
  await filed(other, student)
  await other.cloud.invoke('notify', { Type: 'Timer' }, { source: 'wx_trigger' })
  expect(other.cloud.messages.list()).toMatchObject([
    { templateId: 'template-turn', data: { thing4: { value: '退宿' }, time2: {} } },
  ])
  await other.close()
})
