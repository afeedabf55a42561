import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Run } from '../../../domain/feeds/run'
import { openSchool, type School } from '../../../local/school'

const LIN = 'demo-student-linzhixia'
const FINANCE = 'demo-staff-finance'
const REPORT = { id: 'card-report', label: '7 月 4 日一卡通报表' }

let folder: string
let school: School

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'campus-'))
  school = await openSchool({ port: 0, dataDir: folder, fresh: false, log: () => undefined })
}, 60_000)

afterAll(async () => {
  await school.close()
  rmSync(folder, { recursive: true, force: true })
})

async function post<Answer>(route: string, body: object, openid = ''): Promise<Answer> {
  const response = await fetch(school.url + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify(body),
  })
  return (await response.json()) as Answer
}

const act = (id: string) =>
  post<{ said?: string; message?: string }>('/dev/campus', { openid: LIN, id })

/** What 林知夏's sheet says of each item, and since when. */
async function sheetOfLin(): Promise<string> {
  const sheet = await post<SheetReply>('/call/clearance', { action: 'sheet' }, LIN)
  const { steps, asOf } = sheet.result.data
  return JSON.stringify({ steps, asOf })
}

interface SheetReply {
  result: { data: { steps: unknown[]; asOf: string } }
}

const day = (source: string, name: string) => post('/dev/campus/day', { source, day: name })

async function pull(source: string): Promise<Partial<Run>> {
  const requestId = `campus-pull-${Math.random().toString(36).slice(2).padEnd(12, '0')}`
  const openid = source === 'finance' ? FINANCE : 'demo-staff-administrator'
  const { result } = await post<{ result: { data: { run: Partial<Run> } } }>(
    '/call/feed',
    { action: 'pull', input: { source, requestId } },
    openid,
  )
  return result.data.run
}

test('the first sheet is as the systems were seeded, and a pull brings nothing new', async () => {
  expect(await sheetOfLin()).toContain('2022-06-10T08:35:00+08:00')
  expect(await pull('finance')).toMatchObject({ state: 'done', mode: 'delta', changed: 0 })
})

test('a fee paid in the finance system is pushed on to the sheet at once', async () => {
  expect(await act('pay-lodging')).toEqual({ said: '财务系统：住宿费已缴清' })
  expect(await sheetOfLin()).not.toContain('1,200.00')
  expect(await act('pay-lodging')).toMatchObject({ message: expect.any(String) as string })
})

test('on a bad day a system pushes nothing; the pull says why, and the next good one brings it', async () => {
  await day('library', 'errors')
  expect(await act('return-N0412345')).toEqual({ said: '图书馆系统：《数据结构》已归还' })
  expect(await sheetOfLin()).toContain('在借 2 本')
  expect(await pull('library')).toMatchObject({ state: 'failed', note: '系统答复了错误 500。' })
  await day('library', 'normal')
  expect(await pull('library')).toMatchObject({ state: 'done', changed: 1, applied: 1 })
  expect(await sheetOfLin()).toContain('在借 1 本')
})

test.each([
  ['encoding', { state: 'failed', note: '系统答复的文字编码不是 UTF-8。' }],
  ['empty', { state: 'held', reasons: ['这份数据里没有名单上的任何一名学生。'] }],
])('on a day of the kind %s nobody turns green', async (name, outcome) => {
  const before = await sheetOfLin()
  await day('dorm', name)
  expect(await pull('dorm')).toMatchObject(outcome)
  expect(await sheetOfLin()).toBe(before)
  await day('dorm', 'normal')
})

test('half of an answer is none', async () => {
  await day('finance', 'half')
  await post('/dev/campus', { openid: 'demo-student-xumuyang', id: 'pay-tuition' })
  expect(await pull('finance')).toMatchObject({
    state: 'failed',
    note: expect.stringMatching(/^系统说有 \d+ 条，只传来 \d+ 条。$/) as string,
  })
  await day('finance', 'normal')
})

test.each([
  [
    'empty',
    'demo-student-xumuyang',
    '财务系统没有说清楚你的情况，离校单先不变，传来以后会自己变。',
  ],
  ['errors', 'demo-student-zhouyuan', '财务系统现在没有答复。不用一直等，传来以后离校单会自己变。'],
])('on a day of the kind %s it has nothing to say of one student either', async (name, ...rest) => {
  const [openid, said] = rest
  await day('finance', name)
  const requestId = `campus-recheck-${name.padEnd(12, '0')}`
  const call = { action: 'recheck', input: { code: 'tuition', requestId } }
  const { result } = await post<{ result: { data: { said: string } } }>('/call/sync', call, openid)
  expect(result.data.said).toBe(said)
  await day('finance', 'normal')
})

test('a system and a day that there are not are refused', async () => {
  expect(await day('dorm', 'sunny')).toHaveProperty('message')
  expect(await day('parking', 'slow')).toHaveProperty('message')
})

test('the card report cannot be brought in before its day; from then on it can, once', async () => {
  const actions = async () =>
    (await (await fetch(`${school.url}/dev/campus?openid=anybody`)).json()) as { actions: object[] }
  expect((await actions()).actions).toEqual([])
  await post('/dev/clock', { now: '2022-07-06T09:00:00+08:00' })
  expect((await actions()).actions).toEqual([REPORT])
  expect(await act(REPORT.id)).toMatchObject({
    said: expect.stringMatching(/^一卡通系统：7 月 4 日的报表传来了，有 \d+ 名学生$/) as string,
  })
  expect((await actions()).actions).toEqual([])
}, 120_000)
