import { createHash } from 'node:crypto'
import type { AuditRecord } from '../../domain/audit/record'
import type { Output } from '../../domain/api'
import type { Pass, ScanAnswer } from '../../domain/pass/answers'
import type { Scan } from '../../cloudfunctions/shared/documents'
import type { Student } from '../../domain/student/student'
import { addLeaver, lend } from './leaving'
import { MORNING, openidOf, SmallSchool, STUDENT_OPENID } from './small-school'

let school: SmallSchool
let leaver: Student & { openid: string }

beforeAll(async () => (school = await SmallSchool.open()))
afterAll(() => school.close())
beforeEach(async () => {
  school.cloud.clock.set(MORNING)
  await school.seed()
  leaver = await addLeaver(school, 1)
  for (const name of ['scans', 'audit', 'chains', 'answers']) await school.cloud.store.remove(name)
})

const GUARD = openidOf('guard', 'own')
let requests = 0
const nextId = () => `scan-request-${String(++requests).padStart(6, '0')}`

async function show(openid = leaver.openid): Promise<Output<'pass.show'>> {
  const answer = await school.call(openid, 'pass.show', {})
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

async function passOf(openid = leaver.openid): Promise<Pass> {
  const { pass } = await show(openid)
  if (!pass) throw new Error('no pass')
  return pass
}

async function scan(token: string, requestId = nextId()): Promise<ScanAnswer> {
  const answer = await school.call(GUARD, 'pass.scan', { token, requestId })
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.data
}

const after = (seconds: number) =>
  school.cloud.clock.set(new Date(Date.parse(MORNING) + seconds * 1000).toISOString())

const scans = () => school.cloud.store.find<Scan>('scans')
const FORGED = {
  verdict: 'forged',
  student: null,
  reason: '这不是离校凭证的二维码，请同学打开小程序出示。',
}

test('who may leave gets a pass of a minute, with what the card says', async () => {
  const { pass, ...rest } = await show()
  expect(rest).toMatchObject({
    school: '南京城市职业学院',
    student: { name: '同学1', className: '软件技术 1901 班', initials: '学1' },
    missing: [],
  })
  expect(rest.cohort).toContain('2022')
  expect(pass?.doneAt).toBe('2022-06-10T06:05:00+08:00')
  const life = Date.parse(pass?.expiresAt ?? '') - Date.parse(rest.now)
  expect(life).toBeGreaterThan(58_000)
  expect(life).toBeLessThanOrEqual(60_000)
})

test('who may not leave is told what is missing, and gets no token', async () => {
  const { pass, missing } = await show(STUDENT_OPENID)
  expect(pass).toBeNull()
  expect(missing).toEqual(['学院核验'])
})

test('showing stores nothing, and the code says nothing to who reads it', async () => {
  const before = JSON.stringify(school.contents())
  const { token } = await passOf()
  expect(JSON.stringify(school.contents())).toBe(before)
  const said = Buffer.from(token, 'base64url').toString('latin1')
  for (const secret of [leaver._id, leaver.name]) {
    expect(token).not.toContain(secret)
    expect(said).not.toContain(secret)
  }
  expect(token).toMatch(/^[\w-]{40}$/)
})

test('a code of now opens the gate, by name and class', async () => {
  const { token } = await passOf()
  expect(await scan(token)).toMatchObject({
    verdict: 'allowed',
    student: { name: '同学1', className: '软件技术 1901 班' },
    reason: '离校手续都办好了，可以放行。',
  })
})

test('a screenshot is useless after a minute', async () => {
  const { token } = await passOf()
  after(50)
  expect(await scan(token)).toMatchObject({ verdict: 'allowed' })
  after(61)
  expect(await scan(token)).toMatchObject({
    verdict: 'expired',
    student: { name: '同学1' },
    reason: '二维码过期了，请同学刷新。',
  })
})

test('each renewal is another code, and says nothing of being the same person', async () => {
  const first = await passOf()
  after(45)
  const second = await passOf()
  expect(second.token).not.toBe(first.token)
  expect(second.token.slice(0, 8)).not.toBe(first.token.slice(0, 8))
})

test('a code with any letter changed is no code, and learns nothing', async () => {
  const { token } = await passOf()
  for (let at = 0; at < token.length; at += 3) {
    const other = token[at] === 'A' ? 'B' : 'A'
    const changed = token.slice(0, at) + other + token.slice(at + 1)
    expect(await scan(changed)).toMatchObject(FORGED)
  }
})

test.each([
  ['a word', '你好'],
  ['a student number', '1901020001'],
  ['a web address', 'https://example.edu.cn/'],
  ['random letters', createHash('sha256').update('x').digest('base64url')],
  ['a token with something behind it', ''],
])('%s is no pass', async (_, text) => {
  const token = text || `${(await passOf()).token}=`
  expect(await scan(token)).toMatchObject(FORGED)
})

test('a code of another deployment’s key is no code', async () => {
  const other = await SmallSchool.open()
  const there = await addLeaver(other, 1)
  const answer = await other.call(there.openid, 'pass.show', {})
  await other.close()
  if (!answer.ok || !answer.data.pass) throw new Error('no pass there')
  expect(await scan(answer.data.pass.token)).toMatchObject(FORGED)
})

test('another student’s code names that student, whoever holds the phone', async () => {
  const friend = await addLeaver(school, 2)
  const { token } = await passOf(friend.openid)
  expect(await scan(token)).toMatchObject({ verdict: 'allowed', student: { name: '同学2' } })
})

test('the sheet is looked at again at the gate: what is missing since is named', async () => {
  const { token } = await passOf()
  await lend(school, leaver)
  expect(await scan(token)).toMatchObject({
    verdict: 'pending',
    student: { name: '同学1' },
    reason: '还没有办完：图书归还。请同学打开离校单看怎么办。',
  })
})

test('the code of somebody who is no student any more is no code', async () => {
  const { token } = await passOf()
  await school.cloud.store.remove('students', { _id: leaver._id })
  expect(await scan(token)).toMatchObject(FORGED)
})

test('every scan is kept with who, when and the result, and is in somebody’s audit trail', async () => {
  const { token } = await passOf()
  await scan(token)
  await scan('something else')
  const [guard] = school.cloud.store.find<{ _id: string }>('staff', { filter: { openid: GUARD } })
  const by = `staff:${guard?._id}`
  const [allowed, forged] = scans()
  expect(allowed).toMatchObject({ by, student: leaver._id, verdict: 'allowed' })
  expect(forged).toMatchObject({ by, verdict: 'forged' })
  expect(forged).not.toHaveProperty('student')
  const trail = school.cloud.store.find<AuditRecord>('audit')
  expect(trail).toMatchObject([
    { person: `student:${leaver._id}`, by, role: 'guard', action: 'pass.scan' },
    { person: by, by, action: 'pass.scan' },
  ])
  expect(JSON.stringify([scans(), trail])).not.toContain(token)
})

test('a scan whose answer was lost is one scan', async () => {
  const { token } = await passOf()
  const id = nextId()
  expect(await scan(token, id)).toEqual(await scan(token, id))
  expect(scans()).toHaveLength(1)
})

test('only the guard scans, and only students have a pass', async () => {
  const { token } = await passOf()
  for (const openid of [openidOf('studentAffairs', 'own'), openidOf('guard', 'expired')]) {
    const answer = await school.call(openid, 'pass.scan', { token, requestId: nextId() })
    expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  }
  expect(await school.call(GUARD, 'pass.show', {})).toMatchObject({ ok: false })
  expect(scans()).toEqual([])
})

test('does not start without its key, and names the variable', async () => {
  const keyless = await SmallSchool.open({ PASS_KEY: '' })
  await expect(keyless.cloud.invoke('pass', { action: 'show' })).rejects.toThrow(
    '缺少环境变量 PASS_KEY',
  )
  await keyless.close()
})

test('a key of the wrong length is refused without being told', async () => {
  const short = await SmallSchool.open({ PASS_KEY: 'c2hvcnQ=' })
  await expect(short.cloud.invoke('pass', { action: 'show' })).rejects.toThrow('PASS_KEY 应为 32')
  await short.close()
})
