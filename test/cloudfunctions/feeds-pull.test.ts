import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { FEED_SECRET, owes } from './fake-source'
import { EARLY, FeedingSchool } from './feeding-school'
import { FOREIGN_STUDENT, openidOf, OWN_STUDENT } from './small-school'

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
})

const arrears = (studentNo: string) => feeding.student(studentNo).facts.arrears

test('what a system says stands on the sheets of its students, and the others owe nothing', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 120_000)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({
    way: 'pull',
    mode: 'snapshot',
    state: 'done',
    by: '系统',
    note: '',
    received: 1,
    changed: 2,
    applied: 2,
    rejected: 0,
  })
  expect(arrears(OWN_STUDENT)).toEqual({
    value: [{ fee: 'lodging', year: 2021, owedFen: 120_000 }],
    asOf: '2022-06-10T01:00:00.000Z',
    source: '财务系统',
  })
  expect(feeding.student(OWN_STUDENT).items?.['lodging']).toBe('pending')
  expect(arrears(FOREIGN_STUDENT)?.value).toEqual([])
  expect(feeding.feed()).toMatchObject({
    asOf: '2022-06-10T01:00:00.000Z',
    missed: 0,
    cohorts: { 2022: { named: 1, open: 1 } },
    nextAt: expect.stringMatching(/^2022-06-10T01:10:3/) as string,
  })
})

test('a system is asked with our secret, page by page, and not again before it is due', async () => {
  feeding.finance.pageSize = 1
  feeding.finance.records = [owes(OWN_STUDENT, 100), owes(FOREIGN_STUDENT, 200)]
  await feeding.minute()
  await feeding.minute()
  expect(feeding.finance.asked).toEqual(['/students?page=1', '/students?page=2'])
  expect(feeding.finance.secrets[0]).toBe(`Bearer ${FEED_SECRET}`)
  feeding.at('09:10:40')
  await feeding.minute()
  expect(feeding.finance.asked).toHaveLength(4)
})

test('two timers at once ask once', async () => {
  await Promise.all([feeding.minute(), feeding.minute(), feeding.minute()])
  expect(feeding.finance.asked).toEqual(['/students?page=1'])
})

test('the same again writes no student', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 120_000)]
  await feeding.minute()
  const before = JSON.stringify(feeding.store.find('students'))
  feeding.at('09:11:00')
  feeding.finance.asOf = '2022-06-10T09:10:30+08:00'
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'done', changed: 0, applied: 0 })
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)
  expect(feeding.feed().asOf).toBe('2022-06-10T01:10:30.000Z')
})

test('a system that can tell what has changed is asked from there, and so all are known', async () => {
  feeding.finance.records = [owes(OWN_STUDENT, 120_000), owes(FOREIGN_STUDENT, 500)]
  feeding.finance.cursor = 'c1/+='
  await feeding.minute()
  feeding.at('09:11:00')
  Object.assign(feeding.finance, { mode: 'delta', records: [], cleared: [OWN_STUDENT] })
  feeding.finance.asOf = '2022-06-10T09:10:30+08:00'
  await feeding.minute()
  expect(feeding.finance.asked[1]).toBe(`/students?page=1&cursor=${encodeURIComponent('c1/+=')}`)
  expect(feeding.lastRun()).toMatchObject({ mode: 'delta', state: 'done', changed: 1, cleared: 1 })
  expect(arrears(OWN_STUDENT)?.value).toEqual([])
  expect(arrears(FOREIGN_STUDENT)?.value).toHaveLength(1)
  expect(feeding.feed()).toMatchObject({
    asOf: '2022-06-10T01:10:30.000Z',
    cohorts: { 2022: { named: 2, open: 1 } },
  })
})

describe('who comes later', () => {
  const NEW = '1901010188'
  const beginWithCursor = async () => {
    feeding.finance.cursor = 'c1'
    feeding.finance.records = [owes(NEW, 500)]
    await feeding.minute()
  }
  const minuteLater = async (clock: string) => {
    feeding.at(clock)
    feeding.finance.asOf = `2022-06-10T${clock}+08:00`
    await feeding.minute()
  }
  const add = () =>
    feeding.school.call(openidOf('administrator', 'own'), 'admin.addStudent', {
      studentNo: NEW,
      name: '何以宁',
      cohort: '2022',
      college: '信息工程学院',
      className: '软件技术 1901 班',
      traits: [],
      idCardTail: '10021X',
      reason: '补录',
      requestId: randomUUID().replace(/-/g, ''),
    })

  test('is asked about in full, though the system has a cursor', async () => {
    await beginWithCursor()
    expect(feeding.lastRun()).toMatchObject({ rejected: 1 })
    feeding.at('09:05:00')
    expect(await add()).toMatchObject({ ok: true })
    expect(feeding.feed().cursor).toBeNull()
    await minuteLater('09:11:00')
    expect(feeding.finance.asked.at(-1)).toBe('/students?page=1')
    expect(arrears(NEW)?.value).toHaveLength(1)
    await minuteLater('09:22:00')
    expect(feeding.finance.asked.at(-1)).toBe('/students?page=1&cursor=c1')
  })

  test('is not passed over by a run that was under way when they came', async () => {
    let added: Promise<unknown> = Promise.resolve()
    feeding.finance.cursor = 'c1'
    feeding.finance.records = [owes(OWN_STUDENT, 500)]
    feeding.finance.badly = (response) => {
      feeding.finance.badly = null
      added = add().then(() => {
        feeding.finance.send(response, feeding.finance.bodyFor(new URL('http://x/students?page=1')))
      })
    }
    await feeding.minute()
    await added
    expect(feeding.lastRun().state).toBe('done')
    expect(feeding.feed().cursor).toBeNull()
  })
})

test('a debtor whose number has lost its zero on the way still owes', async () => {
  await feeding.school.addBoarder(1, { _id: '0190101050' })
  feeding.finance.records = [owes('190101050', 120_000), owes(OWN_STUDENT, 100)]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'done', named: 2, rejected: 0 })
  expect(arrears('0190101050')?.value).toHaveLength(1)
})

test('who is on no list and a record that cannot be read are kept with their reason', async () => {
  feeding.finance.records = [
    owes('1999999999', 100),
    { studentNo: OWN_STUDENT, fee: 'parking', year: 2021, owedFen: 1 },
    owes(OWN_STUDENT, 300),
    owes(FOREIGN_STUDENT, 0.5),
    owes(FOREIGN_STUDENT, 20),
  ]
  const before = arrears(OWN_STUDENT)
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'held', rejected: 3, changed: 0 })
  const [{ rows } = { rows: [] }] = feeding.store.find<{ rows: object[] }>('rejects')
  expect(rows).toEqual([
    { line: 1, who: '1999999999', reason: '名单里没有这个学号' },
    { line: 2, who: OWN_STUDENT, reason: '收费项目应为学费、住宿费或医保' },
    { line: 4, who: FOREIGN_STUDENT, reason: '欠费金额应为金额，最多两位小数' },
  ])
  // Half of what somebody owes is not what they owe.
  expect(arrears(OWN_STUDENT)).toEqual(before)
})

const bytes = (content: Buffer | string) => (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(content)
}
const page = (fields: object) =>
  bytes(
    JSON.stringify({
      asOf: '2022-06-10T09:00:00+08:00',
      mode: 'snapshot',
      total: 0,
      records: [],
      next: null,
      ...fields,
    }),
  )

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['a 500', (response) => response.writeHead(500).end('oops'), /^系统答复了错误 500。$/],
  ['a broken connection', (response) => response.destroy(), /连不上/],
  ['GBK', bytes(Buffer.from([0x22, 0xca, 0xfd, 0x22])), /不是 UTF-8/],
  ['half a JSON', bytes('{"asOf":"2022-06'), /不是完整的 JSON/],
  ['half a page', page({ total: 2, records: [owes(OWN_STUDENT, 1)] }), /说有 2 条，只传来 1 条/],
  ['no asOf', page({ asOf: '昨天' }), /asOf 应为带时区的时刻/],
  ['records that are none', page({ total: 1, records: ['x'] }), /不合约定/],
  ['a page that is its own next', page({ next: 2000000 }), /页码不对/],
  ['tomorrow', page({ asOf: '2022-06-11T09:00:00+08:00' }), /时钟快了/],
  ['a redirect', (response) => response.writeHead(302, { location: '/' }).end(), /连不上/],
])('%s changes nothing, is said plainly, and keeps no other system waiting', async (...args) => {
  const [, badly, note] = args
  feeding.finance.badly = badly
  const before = JSON.stringify(feeding.store.find('students'))
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'failed', changed: 0 })
  expect(feeding.lastRun().note).toMatch(note)
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)
  expect(feeding.feed()).toMatchObject({ asOf: EARLY, missed: 1 })
  // The other system has been asked all the same.
  expect(feeding.lastRun('library')).toMatchObject({ way: 'pull' })
  expect(feeding.school.log.filter(({ level }) => level === 'error')).toEqual([])
})

test('a system that never answers is left after 15 seconds, and the other is done by then', async () => {
  feeding.finance.badly = () => undefined
  feeding.library.records = [{ studentNo: OWN_STUDENT, barcode: 'N01', title: '边城' }]
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({ state: 'failed', note: '系统 15 秒没有答复。' })
  expect(feeding.lastRun('library')).toMatchObject({ state: 'done', changed: 1 })
}, 60_000)

test('the pauses grow, and end with the first good answer', async () => {
  feeding.finance.badly = (response) => response.writeHead(500).end()
  const minutes: number[] = []
  for (let time = Date.parse('2022-06-10T09:00:30+08:00'), count = 0; count < 6; count++) {
    feeding.school.cloud.clock.set(new Date(time).toISOString())
    await feeding.minute()
    const next = Date.parse(feeding.feed().nextAt ?? '')
    minutes.push(Math.round((next - time) / 60_000))
    time = next + 1000
  }
  expect(minutes).toEqual([1, 2, 4, 8, 10, 10])
  feeding.finance.badly = null
  feeding.finance.records = [owes(OWN_STUDENT, 100)]
  feeding.school.cloud.clock.set('2022-06-10T10:30:00+08:00')
  await feeding.minute()
  expect(feeding.feed()).toMatchObject({ missed: 0 })
})
