import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Sealed } from '../../cloudfunctions/shared/keyring'
import { sha256 } from '../../cloudfunctions/shared/sha256'
import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead, Seal } from '../../domain/audit/record'
import { paths } from '../../tools/paths'
import { Ledger } from './ledger'

let ledger: Ledger
beforeAll(async () => (ledger = await Ledger.open()), 60_000)
afterAll(() => ledger.close())
beforeEach(() => ledger.reset())

const CARD = '6217000010001234567'
const nothing = { counted: 0, sealed: 0, erased: 0, resealed: 0, forgotten: 0 }

const seal = (id: string, eraseOn: string) =>
  ledger.call({ do: 'seal', id, person: `student:${id}`, text: CARD, eraseOn })

const records = (person: string) =>
  ledger.cloud.store.find<AuditRecord>('audit', { filter: { person }, order: { seq: 1 } })

/** Everything stored, to see that a run changes nothing. */
const contents = () =>
  ['audit', 'chains', 'seals', 'secrets', 'proofs', 'answers', 'codes', 'attempts'].map((name) =>
    JSON.stringify(ledger.cloud.store.find(name)),
  )

test('runs at half past three by its timer', () => {
  const file = path.join(paths.distFunctions, 'nightly', 'config.json')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
    timeout: 60,
    triggers: [{ type: 'timer', config: '0 30 3 * * * *' }],
  })
})

test.each([
  ['a phone', { openid: 'oLi', source: 'wx_client' }],
  ['a phone that says it is a timer', { openid: 'oLi', source: 'wx_trigger' }],
  ['an anonymous visitor', { source: 'wx_client' }],
  ['the web', { source: 'wx_http' }],
  ['another function', { source: 'wx_trigger,scf' }],
])('is refused to %s, and does nothing', async (_, caller) => {
  await seal('1', '2022-06-01')
  const before = contents()
  const answer = await ledger.cloud.invoke('nightly', { Type: 'Timer' }, caller)
  expect(answer).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  expect(contents()).toEqual(before)
})

test('erases what is past its day, says so in the audit trail, and keeps the rest', async () => {
  await seal('1', '2022-06-11')
  await seal('2', '2022-06-12')
  const proof = { salt: '', hash: '', n: 1, r: 1, p: 1, eraseOn: '2022-06-10' }
  await ledger.cloud.store.put('proofs', [{ _id: 'student:3', ...proof }])

  expect(await ledger.night('2022-06-11')).toMatchObject({
    data: { ...nothing, sealed: 1, erased: 2 },
  })

  expect(ledger.cloud.store.find('secrets')).toMatchObject([{ _id: '2' }])
  expect(ledger.cloud.store.count('proofs')).toBe(0)
  const [erasure] = records('student:1')
  expect(erasure).toMatchObject({
    by: 'system',
    action: 'nightly.erase',
    why: '保存期限到了（2022-06-11）',
    before: { 银行卡号: '加密保存' },
    after: { 银行卡号: '已删除' },
  })
  expect(records('student:3')).toMatchObject([{ after: { 身份证后六位的哈希: '已删除' } }])
})

test('a second run in the same night changes nothing more', async () => {
  await seal('1', '2022-06-11')
  await ledger.call({ do: 'audit', person: 'student:2', times: 2 })
  await ledger.night('2022-06-11')
  const before = contents()
  expect(await ledger.night('2022-06-11')).toMatchObject({ data: nothing })
  expect(contents()).toEqual(before)
})

test('two runs at once erase each secret once', async () => {
  await seal('1', '2022-06-11')
  await seal('2', '2022-06-11')
  const [a, b] = (await Promise.all([ledger.night('2022-06-11'), ledger.night('2022-06-11')])) as {
    data: typeof nothing
  }[]
  expect((a?.data.erased ?? 0) + (b?.data.erased ?? 0)).toBe(2)
  expect((a?.data.sealed ?? 0) + (b?.data.sealed ?? 0)).toBe(1)
  expect(records('student:1')).toHaveLength(1)
})

test('erases hundreds in a night, by pages', async () => {
  await seal('0', '2022-06-11')
  const [model] = ledger.cloud.store.find<{ _id: string }>('secrets')
  const more = Array.from({ length: 250 }, (_, n) => ({
    ...model,
    _id: `s${n}`,
    person: `student:${n % 120}`,
  }))
  await ledger.cloud.store.put('secrets', more)
  expect(await ledger.night('2022-06-11')).toMatchObject({ data: { erased: 251 } })
  expect(ledger.cloud.store.count('secrets')).toBe(0)
  for (const head of ledger.cloud.store.find<ChainHead>('chains')) {
    expect(verifyChain(records(head._id), head, sha256)).toEqual([])
  }
}, 60_000)

test('puts secrets under the current key, so that the old one can go', async () => {
  await seal('1', '2022-12-31')
  const { SECRET_KEYS: old = '' } = ledger.keys
  const next = `next:${randomBytes(32).toString('base64')}`
  await ledger.restart({ SECRET_KEYS: `${old},${next}`, SECRET_KEY_CURRENT: 'next' })
  expect(await ledger.night('2022-06-11')).toMatchObject({ data: { resealed: 1 } })
  expect(ledger.cloud.store.find<{ sealed: Sealed }>('secrets')[0]?.sealed.keyId).toBe('next')
  await ledger.restart({ SECRET_KEYS: next, SECRET_KEY_CURRENT: 'next' })
  expect(await ledger.call({ do: 'open', id: '1' })).toEqual({ text: CARD })
})

test('a secret that does not open is left and told, without what it is', async () => {
  await seal('1', '2022-12-31')
  const next = `next:${randomBytes(32).toString('base64')}`
  await ledger.restart({ SECRET_KEYS: next, SECRET_KEY_CURRENT: 'next' })
  expect(await ledger.night('2022-06-11')).toMatchObject({ data: { resealed: 0 } })
  expect(ledger.cloud.store.count('secrets')).toBe(1)
  const told = ledger.log.filter(({ level }) => level === 'error').map(({ text }) => text)
  expect(told).toEqual([expect.stringContaining('没有编号 local 的密钥')])
})

test('does not start without its keys, and names the variable', async () => {
  await ledger.restart({})
  await expect(ledger.night('2022-06-11')).rejects.toThrow('缺少环境变量 SECRET_KEYS')
})

test('seals each day once, leaving out what was written in the last minutes', async () => {
  await ledger.call({ do: 'audit', person: 'student:1', times: 2 })
  ledger.cloud.clock.set('2022-06-11T03:29:30+08:00')
  await ledger.call({ do: 'audit', person: 'student:1', times: 1 })
  await ledger.call({ do: 'audit', person: 'student:2', times: 1 })
  await ledger.night('2022-06-11')
  await ledger.night('2022-06-12')
  await ledger.night('2022-06-12')
  const seals = ledger.cloud.store.find<Seal>('seals')
  expect(seals).toMatchObject([
    { _id: '2022-06-11', chains: 1, previous: '' },
    { _id: '2022-06-12', chains: 2, previous: seals[0]?.hash },
  ])
})

test('a day before the last seal is not sealed', async () => {
  await ledger.night('2022-06-12')
  expect(await ledger.night('2022-06-11')).toMatchObject({ data: { sealed: 0 } })
  expect(ledger.cloud.store.count('seals')).toBe(1)
})

test('forgets kept answers after a week, and codes and tries that no longer count', async () => {
  const requestId = 'request-0000000001'
  await ledger.call({ do: 'change', person: 'student:1', requestId })
  const hash = { salt: '', hash: '', n: 1, r: 1, p: 1 }
  await ledger.cloud.store.put('codes', [
    { _id: '1', ...hash, expiresAt: '2022-06-10T01:15:00.000Z' },
    { _id: '2', ...hash, expiresAt: '2022-06-18T01:15:00.000Z' },
  ])
  await ledger.cloud.store.put('attempts', [
    { _id: 'a', tries: ['2022-06-10T01:00:00.000Z'] },
    { _id: 'b', tries: ['2022-06-10T01:00:00.000Z', '2022-06-17T01:00:00.000Z'] },
  ])
  await ledger.night('2022-06-16')
  expect(ledger.cloud.store.count('answers')).toBe(1)
  await ledger.night('2022-06-18')
  expect(ledger.cloud.store.count('answers')).toBe(0)
  expect(ledger.cloud.store.find('codes')).toMatchObject([{ _id: '2' }])
  expect(ledger.cloud.store.find('attempts').map(({ _id }) => _id)).not.toContain('a')
  expect(ledger.cloud.store.find('attempts').map(({ _id }) => _id)).toContain('b')
})
