import { randomUUID } from 'node:crypto'
import { writeXlsx } from '../../cloudfunctions/shared/spreadsheet/xlsx'
import type { AuditRecord } from '../../domain/audit/record'
import type { RunAnswer } from '../../domain/feeds/answers'
import { owes } from './fake-source'
import { dataOf, FeedingSchool } from './feeding-school'
import { openidOf } from './small-school'

const ADMINISTRATOR = openidOf('administrator', 'own')
const AFFAIRS = openidOf('studentAffairs', 'own')
const PHONE = 'the-phone-of-the-first'
const COUNT = 30

let feeding: FeedingSchool
beforeAll(async () => (feeding = await FeedingSchool.open()), 60_000)
afterAll(() => feeding.close())

const newId = () => randomUUID().replace(/-/g, '')
const numbers = Array.from({ length: COUNT }, (_, index) => String(1_903_010_101 + index))
const [first = ''] = numbers

/** What the first student's own phone shows of the lodging fee. */
async function lodging(): Promise<{ status: string; reason: string }> {
  const { steps } = dataOf(await feeding.school.call(PHONE, 'clearance.sheet', {}))
  const item = steps.flatMap(({ items }) => items).find(({ code }) => code === 'lodging')
  if (!item) throw new Error('there is no lodging fee')
  return { status: item.status, reason: item.reason }
}

async function importRoster(): Promise<RunAnswer> {
  const rows = numbers.map((studentNo, index) => [
    ...[studentNo, `新生${index + 1}`, '信息工程学院', '云计算 1901 班', '是', '123456'],
  ])
  const header = ['学号', '姓名', '学院', '班级', '是否住校', '身份证后六位']
  const content = await writeXlsx([['2022 届毕业生名单'], header, ...rows])
  const path = `feeds/${newId().slice(0, 24)}.xlsx`
  const fileId = await feeding.school.upload(AFFAIRS, path, content)
  const input = { source: 'roster', mode: 'snapshot', fileId, requestId: newId() } as const
  return dataOf(await feeding.school.call(AFFAIRS, 'feed.preview', input))
}

function decide(openid: string, run: string, decision: 'apply' | 'refuse', reason: string) {
  const input = { run, decision, reason, requestId: newId() }
  return feeding.school.call(openid, 'feed.decide', input).then(dataOf)
}

/** An hour strikes, and the finance system says how it is now. */
async function strikes(hour: string): Promise<void> {
  feeding.at(`${hour}:00:30`)
  feeding.finance.asOf = `2022-06-10T${hour}:00:00+08:00`
  await feeding.minute()
}

/** The finance system pushes that somebody has paid. */
async function pays(studentNo: string, at: string): Promise<number> {
  feeding.finance.records = feeding.finance.records.filter((row) => row.studentNo !== studentNo)
  const asOf = `2022-06-10T${at}+08:00`
  const paid = { asOf, mode: 'delta', records: [], cleared: [studentNo] }
  return (await feeding.push(paid)).status
}

test('a day: the roster, hourly feeds with a bad hour, a payment, and a truncated feed', async () => {
  await feeding.reset()
  await feeding.store.remove('feeds')

  // 08:10 Student affairs brings the roster in by Excel.
  feeding.at('08:10:00')
  const { run: previewed } = await importRoster()
  expect(previewed).toMatchObject({ state: 'preview', changed: COUNT, rejected: 0 })
  const { run: enrolled } = await decide(AFFAIRS, previewed.run, 'apply', '名单核对过')
  expect(enrolled).toMatchObject({ state: 'done', applied: COUNT })
  const binding = { studentNo: first, name: '新生1', idCardTail: '123456', requestId: newId() }
  dataOf(await feeding.school.call(PHONE, 'identity.bindStudent', binding))
  expect(await lodging()).toMatchObject({ status: 'pending', reason: '缴费数据还没有传来' })

  // 09:00 Finance is pulled for the first time: everybody owes, and somebody looks at it once.
  feeding.finance.records = numbers.map((studentNo) => owes(studentNo, 120_000))
  await strikes('09')
  const opening = feeding.lastRun()
  expect(opening).toMatchObject({ state: 'held', changed: COUNT + 2 })
  expect(opening.reasons).toEqual([
    '这是财务系统第一次传来 2022 届全部学生的数据，里面有 30 人，其余的人会当作没有要办的。',
  ])
  expect(await lodging()).toMatchObject({ reason: '缴费数据还没有传来' })
  const opened = await decide(ADMINISTRATOR, opening._id, 'apply', '人数和财务处核对过')
  expect(opened.run).toMatchObject({ state: 'done', applied: COUNT + 2 })
  expect(await lodging()).toMatchObject({ reason: expect.stringContaining('1,200.00') as string })

  // 10:00 A bad hour: nothing changes, and the next minutes try again.
  feeding.finance.badly = (response) => response.writeHead(500).end()
  await strikes('10')
  expect(feeding.lastRun()).toMatchObject({ state: 'failed', note: '系统答复了错误 500。' })
  expect(feeding.feed()).toMatchObject({ missed: 1, asOf: '2022-06-10T01:00:00.000Z' })
  expect((await lodging()).status).toBe('pending')

  // 11:00 It is well again.
  feeding.finance.badly = null
  await strikes('11')
  expect(feeding.lastRun()).toMatchObject({ state: 'done', changed: 0 })
  expect(feeding.feed()).toMatchObject({ missed: 0, asOf: '2022-06-10T03:00:00.000Z' })

  // 11:20 The first pays, and is green before the finance system has its answer.
  feeding.at('11:20:05')
  expect(await pays(first, '11:20:00')).toBe(200)
  expect(await lodging()).toEqual({ status: 'done', reason: '没有欠费' })

  // 12:00 The export breaks off after five: held, and nobody turns green by it.
  const { records } = feeding.finance
  feeding.finance.records = records.slice(0, 5)
  const before = JSON.stringify(feeding.store.find('students'))
  await strikes('12')
  const held = feeding.lastRun()
  expect(held).toMatchObject({ state: 'held', applied: 0 })
  expect(held.reasons).toEqual([
    '上次有 30 名学生，这次只有 5 名，少了 83%，超过 20%。',
    '「欠费」没办完的有 30 人，一小时里一共办完 25 人，占 83%，超过 30%。',
  ])
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)

  // 12:10 The administrator refuses it; the trail says who and why.
  feeding.at('12:10:00')
  const refused = await decide(ADMINISTRATOR, held._id, 'refuse', '财务处说导出断了')
  expect(refused.run).toMatchObject({ state: 'refused', note: '财务处说导出断了' })
  expect(JSON.stringify(feeding.store.find('students'))).toBe(before)
  const trail = feeding.store.find<AuditRecord>('audit', { filter: { person: 'feed:finance' } })
  expect(trail.pop()).toMatchObject({ action: 'feed.decide', role: 'administrator' })

  // 13:00 All is as it should be.
  feeding.finance.records = records
  await strikes('13')
  expect(feeding.lastRun()).toMatchObject({ state: 'done', changed: 0 })
  expect(await lodging()).toEqual({ status: 'done', reason: '没有欠费' })
  expect(feeding.school.log.filter(({ level }) => level === 'error')).toEqual([])
}, 60_000)
