import { sha256 } from '../../cloudfunctions/shared/sha256'
import { headOf, nextRecord } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead } from '../../domain/audit/record'
import { Ledger } from '../cloudfunctions/ledger'
import { runProgram } from './program'

let ledger: Ledger
let untouched: Record<string, { _id: string }[]>

beforeAll(async () => {
  ledger = await Ledger.open()
  for (const person of ['student:1', 'student:2']) {
    await ledger.call({ do: 'audit', person, times: 3 })
  }
  await ledger.night('2022-06-11')
  await ledger.call({ do: 'audit', person: 'student:3', times: 2 })
  untouched = Object.fromEntries(
    ['audit', 'chains', 'seals'].map((name) => [
      name,
      structuredClone(ledger.cloud.store.find<{ _id: string }>(name)),
    ]),
  )
}, 60_000)
afterAll(() => ledger.close())

beforeEach(async () => {
  for (const [name, documents] of Object.entries(untouched)) {
    await ledger.cloud.store.remove(name)
    await ledger.cloud.store.put(name, documents)
  }
})

const verify = (...args: string[]) => runProgram('audit-verify', args)
const verifyLedger = () => verify('--local', ledger.cloud.url)

test('an untouched trail is whole', async () => {
  const { code, said } = await verifyLedger()
  expect(said).toContain('审计记录 8 条，链 3 条，封存 1 次')
  expect(said).toContain('完整')
  expect(code).toBe(0)
})

test('a removed record is found', async () => {
  await ledger.cloud.store.remove('audit', { _id: 'student:1#2' })
  expect(await verifyLedger()).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ student:1 的第 2 条记录不见了。') as string,
  })
})

test('a changed record is found', async () => {
  await ledger.cloud.store.update('audit', { _id: 'student:2#1' }, { $set: { why: '别的原因' } })
  expect(await verifyLedger()).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ student:2 的第 1 条记录被改过') as string,
  })
})

test('an added record is found, also with a right hash and a head moved on', async () => {
  const [head = null] = ledger.cloud.store.find<ChainHead>('chains', {
    filter: { _id: 'student:1' },
  })
  const [model] = ledger.cloud.store.find<AuditRecord>('audit')
  if (!model) throw new Error('no record')
  const forged = nextRecord(head, { ...model, why: '补记' }, '2022-06-10T02:00:00.000Z', sha256)
  await ledger.cloud.store.put('audit', [forged])
  expect(await verifyLedger()).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ student:1 在链头之后多出了第 4 条记录。') as string,
  })
  await ledger.cloud.store.put('chains', [headOf(forged)])
  expect(await verifyLedger()).toMatchObject({
    code: 1,
    said: expect.stringContaining('✗ 2022-06-11 封存的记录和当时不一样') as string,
  })
})

test('a cut tail is found, also when its head was moved back or removed', async () => {
  const { store } = ledger.cloud
  await store.remove('audit', { _id: 'student:1#3' })
  expect((await verifyLedger()).said).toContain('✗ student:1 的第 3 条记录不见了。')
  const [last] = store.find<AuditRecord>('audit', { filter: { _id: 'student:1#2' } })
  if (last) await store.put('chains', [headOf(last)])
  expect((await verifyLedger()).said).toContain('✗ 2022-06-11 封存的记录和当时不一样')
  await store.remove('audit', { person: 'student:1' })
  await store.remove('chains', { _id: 'student:1' })
  const { code, said } = await verifyLedger()
  expect(said).toContain('当时 2 条链，现在算出 1 条')
  expect(code).toBe(1)
})

test('a cloud that does not answer is not taken for a whole trail', async () => {
  const { code, said } = await verify('--local', 'http://127.0.0.1:9')
  expect(code).toBe(2)
  expect(said).toContain('没有核对成')
})
