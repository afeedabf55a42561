import type { AuditRecord } from '../../domain/audit/record'
import type { Feed } from '../../domain/feeds/feed'
import { latenessOf } from '../../domain/feeds/freshness'
import type { OutboxMessage } from '../../domain/messages/outbox'
import { owes } from './fake-source'
import { dataOf, FeedingSchool } from './feeding-school'
import { openidOf, OWN_STUDENT } from './small-school'

const FINANCE = openidOf('finance', 'own')
const ADMINISTRATOR = openidOf('administrator', 'own')
const LIBRARIAN = openidOf('librarian', 'own')

let feeding: FeedingSchool
let numbers: string[]
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())

/** Twelve students who owe, and a system that says so. */
beforeEach(async () => {
  await feeding.reset()
  feeding.at('09:00:30')
  const boarders = Array.from({ length: 12 }, (_, index) => feeding.school.addBoarder(index + 1))
  numbers = (await Promise.all(boarders)).map(({ _id }) => _id)
  feeding.finance.records = numbers.map((studentNo) => owes(studentNo, 100))
  feeding.library.records = [{ studentNo: OWN_STUDENT, barcode: 'N01', title: '边城' }]
  await feeding.minute()
})

let requests = 0
const requestId = () => `feeds-brake-request-${String(++requests).padStart(4, '0')}`

/** The next pull, with these records. */
async function truncated(clock = '09:15:00', kept = 5): Promise<void> {
  feeding.at(clock)
  feeding.finance.asOf = `2022-06-10T${clock}+08:00`
  feeding.finance.records = feeding.finance.records.slice(0, kept)
  await feeding.minute()
}

const decide = (
  decision: 'apply' | 'refuse',
  openid = ADMINISTRATOR,
  run = feeding.lastRun()._id,
) =>
  feeding.school.call(openid, 'feed.decide', {
    run,
    decision,
    reason: '财务说导出断了',
    requestId: requestId(),
  })

const students = () => JSON.stringify(feeding.store.find('students'))

test('a truncated snapshot is held: nothing changes, and the reasons have numbers', async () => {
  const before = students()
  await truncated()
  expect(feeding.lastRun()).toMatchObject({
    state: 'held',
    changed: 7,
    applied: 0,
    cleared: 0 + 7,
    reasons: ['上次有 12 名学生，这次只有 5 名，少了 58%，超过 20%。'],
  })
  expect(students()).toBe(before)
  expect(feeding.feed()).toMatchObject({ asOf: '2022-06-10T01:00:00.000Z', missed: 0 })
})

test('finance and the administrator are told, once, and not after it has been decided', async () => {
  await truncated()
  await truncated('09:30:00')
  const messages = () => feeding.store.find<OutboxMessage>('outbox')
  expect(messages().map(({ role, text }) => [role?.role, text])).toEqual([
    ['finance', '财务系统的数据等你决定：上次有 12 名学生，这次只有 5 名，少了 58%，超过 20%。'],
    ['administrator', expect.stringContaining('财务系统的数据等你决定') as string],
  ])
  expect(feeding.runs().map(({ state }) => state)).toEqual(['done', 'refused', 'held'])
  await decide('refuse')
  await feeding.school.cloud.invoke('notify', { Type: 'Timer' }, { source: 'wx_trigger' })
  expect(messages().map(({ state }) => state)).toEqual(['over', 'over'])
})

test('refused, it never was; the staged data is gone and the trail says who', async () => {
  const before = students()
  await truncated()
  const { run } = dataOf(await decide('refuse'))
  expect(run).toMatchObject({ state: 'refused', note: '财务说导出断了' })
  expect(students()).toBe(before)
  const trail = feeding.store.find<AuditRecord>('audit', { filter: { person: 'feed:finance' } })
  expect(trail).toMatchObject([
    {
      action: 'feed.decide',
      role: 'administrator',
      why: '财务说导出断了',
      after: { 数据: '不采用' },
    },
  ])
  expect(dataOf(await feeding.school.call(FINANCE, 'feed.list', {})).feeds[0]).toMatchObject({
    source: 'finance',
    waiting: null,
    last: { state: 'refused' },
  })
})

test('what comes again as it was refused waits quietly; what differs is told anew', async () => {
  const told = () => feeding.store.find<OutboxMessage>('outbox').map(({ at }) => at)
  await truncated()
  await decide('refuse')
  const before = told()
  await truncated('09:30:00')
  expect(feeding.lastRun()).toMatchObject({ state: 'held', quiet: true })
  await truncated('09:45:00')
  expect(feeding.lastRun()).toMatchObject({ state: 'held', quiet: true })
  expect(told()).toEqual(before)
  await truncated('10:00:00', 4)
  expect(feeding.lastRun()).toMatchObject({ state: 'held', quiet: false })
  expect(told()).not.toEqual(before)
})

test('whoever decides too late is led to the run that waits now', async () => {
  await truncated()
  const first = feeding.lastRun()._id
  await truncated('09:30:00', 4)
  expect(await decide('refuse', FINANCE, first)).toMatchObject({ error: { code: 'CONFLICT' } })
  const seen = dataOf(await feeding.school.call(FINANCE, 'feed.run', { run: first }))
  expect(seen).toMatchObject({ run: { state: 'refused' }, waiting: feeding.lastRun()._id })
  await decide('refuse')
  const { waiting } = dataOf(await feeding.school.call(FINANCE, 'feed.run', { run: first }))
  expect(waiting).toBeNull()
})

test('students read that it is being looked into, until the system is believed again', async () => {
  const { records } = feeding.finance
  const late = async () => {
    await feeding.store.update('feeds', { _id: 'finance' }, { $set: { nextAt: null } })
    const [feed] = feeding.store.find<Feed>('feeds', { filter: { _id: 'finance' } })
    return feed ? latenessOf('finance', '2022', [feed], new Date('2022-06-10T09:40:00+08:00')) : ''
  }
  await truncated()
  const sentence =
    '财务系统新传来的数据学校还在核对，先按 09:00 的数据。这以后缴的费还没有算进来，不用再缴一次。'
  expect(await late()).toBe(sentence)
  await decide('refuse')
  expect(await late()).toBe(sentence)
  feeding.finance.records = records
  await truncated('09:30:00', 12)
  expect(feeding.lastRun().state).toBe('done')
  expect(await late()).toBe('')
})

test('small pushes are added up: the brake sees the fourth of them', async () => {
  for (const [index, clock] of ['09:01:00', '09:02:00', '09:03:00', '09:04:00'].entries()) {
    feeding.at(clock)
    const cleared = numbers.slice(index * 3, index * 3 + 3)
    await feeding.push({ asOf: `2022-06-10T${clock}+08:00`, mode: 'delta', records: [], cleared })
  }
  expect(feeding.runs().map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'held'])
  expect(feeding.lastRun().reasons).toEqual([
    '「欠费」没办完的有 12 人，一小时里一共办完 12 人，占 100%，超过 30%。',
  ])
})

test('applied, it is as any other; a second decision comes too late', async () => {
  await truncated()
  const { run } = dataOf(await decide('apply', FINANCE))
  expect(run).toMatchObject({ state: 'done', applied: 7, note: '财务说导出断了' })
  expect(feeding.student(numbers[11] ?? '').facts.arrears?.value).toEqual([])
  expect(feeding.feed()).toMatchObject({
    missed: 0,
    held: null,
    cohorts: { 2022: { named: 5, open: 5 } },
  })
  expect(await decide('refuse')).toMatchObject({ ok: false, error: { code: 'CONFLICT' } })
})

test('a good snapshot afterwards needs nobody’s decision on the one before', async () => {
  const { records } = feeding.finance
  await truncated()
  feeding.finance.records = records
  feeding.at('09:30:00')
  feeding.finance.asOf = '2022-06-10T09:29:00+08:00'
  await feeding.minute()
  expect(feeding.runs().map(({ state }) => state)).toEqual(['done', 'refused', 'done'])
  expect(feeding.runs()[1]?.note).toBe('后来又传来了一次，这次不用再决定。')
})

test('an empty one and one from before are held', async () => {
  await truncated('09:15:00', 0)
  expect(feeding.lastRun().reasons).toEqual(['这份数据里没有名单上的任何一名学生。'])
  feeding.at('09:30:00')
  feeding.finance.asOf = '2022-06-10T08:00:00+08:00'
  feeding.finance.records = numbers.map((studentNo) => owes(studentNo, 999))
  await feeding.minute()
  expect(feeding.lastRun()).toMatchObject({
    state: 'held',
    changed: 0,
    reasons: ['这份数据是 6 月 10 日 08:00 的，比已经有的（6 月 10 日 09:00）还旧。'],
  })
})

test('the administrator sets how much is too much; the others may not', async () => {
  const limits = { source: 'finance', shrink: 60, clear: 60, requestId: requestId() } as const
  expect(await feeding.school.call(FINANCE, 'feed.limit', limits)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  const answer = dataOf(await feeding.school.call(ADMINISTRATOR, 'feed.limit', limits))
  expect(answer).toMatchObject({ brake: { shrink: 60, clear: 60 }, mayLimit: true })
  await truncated()
  expect(feeding.lastRun()).toMatchObject({ state: 'done', applied: 7 })
})

test('a source is the business of its keeper and the administrator alone', async () => {
  await truncated()
  const run = feeding.lastRun()._id
  expect(await decide('apply', LIBRARIAN)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  expect(await feeding.school.call(LIBRARIAN, 'feed.run', { run })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
  const codes = async (openid: string) =>
    dataOf(await feeding.school.call(openid, 'feed.list', {})).feeds.map(({ source }) => source)
  expect(await codes(LIBRARIAN)).toEqual(['library', 'libraryCard'])
  expect(await codes(FINANCE)).toEqual(['finance', 'card', 'cardReport'])
  expect(await codes(ADMINISTRATOR)).toHaveLength(10)
  const seen = dataOf(await feeding.school.call(FINANCE, 'feed.run', { run }))
  expect(seen.samples[0]).toMatchObject({ before: '欠 1.00 元', after: '没有欠费' })
  expect(JSON.stringify(seen)).not.toContain(OWN_STUDENT)
})

test('somebody who cannot wait has a system asked now', async () => {
  feeding.finance.records = [...feeding.finance.records, owes(OWN_STUDENT, 500)]
  feeding.finance.asOf = '2022-06-10T09:00:20+08:00'
  const input = { source: 'finance', requestId: requestId() } as const
  const { run } = dataOf(await feeding.school.call(FINANCE, 'feed.pull', input))
  expect(run).toMatchObject({ way: 'pull', state: 'done', changed: 1, applied: 1 })
  const again = dataOf(await feeding.school.call(FINANCE, 'feed.pull', input))
  expect(again.run.run).toBe(run.run)
  const card = { source: 'card', requestId: requestId() } as const
  expect(await feeding.school.call(FINANCE, 'feed.pull', card)).toMatchObject({
    error: { code: 'CLOSED', message: '一卡通系统没有接到离校单上，请导入表格。' },
  })
})
