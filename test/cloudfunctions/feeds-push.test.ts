import { createHmac } from 'node:crypto'
import { FEED_SECRET, owes } from './fake-source'
import { EARLY, FeedingSchool } from './feeding-school'
import { FOREIGN_STUDENT, OWN_STUDENT } from './small-school'

const NOW = '2022-06-10T09:00:30+08:00'

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
})

const delta = (fields: object = {}) => ({
  source: 'finance',
  asOf: '2022-06-10T09:00:00+08:00',
  mode: 'delta',
  records: [owes(OWN_STUDENT, 120_000)],
  ...fields,
})

interface Pushed {
  status: number
  body: Record<string, unknown>
}

async function push(
  content: object | string | Buffer,
  { timestamp = NOW, secret = FEED_SECRET, headers = {} } = {},
): Promise<Pushed> {
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content)
  const bytes = isRaw ? Buffer.from(content) : Buffer.from(JSON.stringify(content))
  const signed = createHmac('sha256', secret).update(`${timestamp}\n`).update(bytes)
  const response = await fetch(`${feeding.school.cloud.url}/http/feed`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-timestamp': timestamp,
      'x-signature': signed.digest('hex'),
      ...headers,
    },
    body: new Uint8Array(bytes),
  })
  return { status: response.status, body: (await response.json()) as Pushed['body'] }
}

const arrears = () => feeding.student(OWN_STUDENT).facts.arrears

test('what a system pushes is on the sheet before it is answered', async () => {
  const { status, body } = await push(delta())
  expect([status, body]).toEqual([
    200,
    {
      run: feeding.lastRun()._id,
      state: 'done',
      received: 1,
      changed: 1,
      applied: 1,
      rejected: 0,
      reasons: [],
    },
  ])
  expect(arrears()?.value).toEqual([{ fee: 'lodging', year: 2021, owedFen: 120_000 }])
  expect(feeding.lastRun()).toMatchObject({ way: 'push', by: '财务系统' })
  // It has said nothing of the others.
  expect(feeding.feed().asOf).toBe(EARLY)
  expect(feeding.student(FOREIGN_STUDENT).facts.arrears?.source).toBe('测试')
})

test('paid: who is cleared is green', async () => {
  await push(delta())
  feeding.at('09:01:00')
  const paid = delta({ asOf: '2022-06-10T09:00:50+08:00', records: [], cleared: [OWN_STUDENT] })
  expect((await push(paid)).status).toBe(200)
  expect(feeding.student(OWN_STUDENT).items?.['lodging']).toBe('done')
})

test('an older delta that comes late changes nothing, even where the newer was no news', async () => {
  await push(delta())
  await push(delta({ asOf: '2022-06-10T09:00:20+08:00' }), { timestamp: '1654822835000' })
  const late = delta({ asOf: '2022-06-10T09:00:10+08:00', records: [], cleared: [OWN_STUDENT] })
  expect((await push(late)).body).toMatchObject({ state: 'done', changed: 0 })
  expect(arrears()?.value).toHaveLength(1)
})

test.each<[string, Parameters<typeof push>, number]>([
  ['a wrong secret', [delta(), { secret: 'b'.repeat(40) }], 401],
  ['a source that nobody knows', [delta({ source: 'parking' })], 401],
  ['a source without a secret', [delta({ source: 'dorm' })], 401],
  ['no signature', [delta(), { headers: { 'x-signature': '' } }], 401],
  [
    'another time stamp',
    [delta(), { headers: { 'x-timestamp': '2022-06-10T09:00:31+08:00' } }],
    401,
  ],
  ['six minutes ago', [delta(), { timestamp: '2022-06-10T08:54:30+08:00' }], 401],
  ['in six minutes', [delta(), { timestamp: '2022-06-10T09:06:31+08:00' }], 401],
  ['no time at all', [delta(), { timestamp: 'today' }], 401],
  ['no JSON', ['{"source":'], 400],
  // The gateway hands texts on as UTF-8, so what was signed is not what comes.
  ['GBK', [Buffer.from([0x22, 0xca, 0xfd, 0x22])], 401],
  ['no records', [delta({ records: undefined })], 400],
  ['tomorrow', [delta({ asOf: '2022-06-11T09:00:00+08:00' })], 400],
  ['more than 5 MB', [delta({ filling: 'x'.repeat(5 * 1024 * 1024) })], 413],
])('%s is refused and changes nothing', async (_, pushed, status) => {
  const before = JSON.stringify(feeding.school.contents())
  const answer = await push(...pushed)
  expect(answer.status).toBe(status)
  expect(answer.body.message).toMatch(/[一-龥]/)
  expect(JSON.stringify(answer.body)).not.toContain(FEED_SECRET)
  expect(JSON.stringify(feeding.school.contents())).toBe(before)
})

test('a signature is good once, also at the same instant', async () => {
  const answers = await Promise.all([push(delta()), push(delta()), push(delta())])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(feeding.runs()).toHaveLength(1)
  feeding.at('09:04:00')
  expect((await push(delta())).status).toBe(409)
})

test('the time stamp may be milliseconds, and the letters of the signature large', async () => {
  const timestamp = String(Date.parse(NOW))
  const body = JSON.stringify(delta())
  const signature = createHmac('sha256', FEED_SECRET).update(`${timestamp}\n${body}`).digest('hex')
  const answer = await push(body, {
    timestamp,
    headers: { 'x-signature': signature.toUpperCase() },
  })
  expect(answer.status).toBe(200)
})

test('an empty snapshot waits for a person, and its system is told', async () => {
  const { status, body } = await push(delta({ mode: 'snapshot', records: [] }))
  expect([status, body]).toMatchObject([202, { state: 'held', applied: 0 }])
})

test('it only takes POST, and a phone does not get in this way', async () => {
  expect((await fetch(`${feeding.school.cloud.url}/http/feed`)).status).toBe(405)
  const visit = { httpMethod: 'POST', body: JSON.stringify(delta()) }
  const answer = await feeding.school.cloud.invoke('feed', visit, {
    openid: 'a-phone',
    source: 'wx_client',
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})
