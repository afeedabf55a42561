import { verifyChain } from '../../domain/audit/chain'
import type { AuditRecord, ChainHead } from '../../domain/audit/record'
import type { StaffMember } from '../../domain/roles/people'
import { sha256 } from '../../cloudfunctions/shared/sha256'
import { SmallSchool } from '../cloudfunctions/small-school'
import { runProgram } from './program'

let school: SmallSchool
beforeAll(async () => {
  school = await SmallSchool.open()
  // The programs have the clock of the computer that they run on.
  school.cloud.clock.set(new Date().toISOString())
})
afterAll(() => school.close())
beforeEach(async () => {
  for (const name of ['staff', 'codes', 'audit', 'chains']) await school.cloud.store.remove(name)
})

const appoint = (...args: string[]) =>
  runProgram('administrator', [...args, '--local', school.cloud.url])
const codeIn = (said: string) => /一次性验证码：(\d{8})/.exec(said)?.[1] ?? ''
const find = <Shape extends { _id: string }>(name: string) => school.cloud.store.find<Shape>(name)

let asked = 0
const bind = (staffNo: string, code: string) =>
  school.call(`phone-${++asked}`, 'identity.bindStaff', {
    staffNo,
    code,
    requestId: `administrator-test-${asked}`,
  })

test('the first administrator binds a phone with the code that is printed', async () => {
  const { code, said } = await appoint('20260001', '程序云')
  expect(code).toBe(0)
  expect(await bind('20260001', '00000000')).toMatchObject({ ok: false })
  expect(await bind('20260001', codeIn(said))).toMatchObject({ ok: true })
  const answer = await school.call(`phone-${asked}`, 'admin.staff', { text: '', page: 0 })
  expect(answer).toMatchObject({ ok: true, data: { members: [{ staffNo: '20260001' }] } })
})

test('it is on record, and the code is kept as a hash alone', async () => {
  const { said } = await appoint('20260001', '程序云')
  const records = find<AuditRecord>('audit')
  expect(records).toMatchObject([{ person: 'staff:20260001', action: 'deploy.administrator' }])
  const [head = null] = find<ChainHead>('chains')
  expect(verifyChain(records, head, sha256)).toEqual([])
  expect(JSON.stringify([find('codes'), records])).not.toContain(codeIn(said))
})

test('there is one first administrator; another only on purpose', async () => {
  await appoint('20260001', '程序云')
  const refused = await appoint('20260002', '后来人')
  expect(refused.code).toBe(1)
  expect(refused.said).toContain('已经有管理员了')
  expect(find('staff')).toHaveLength(1)
  expect((await appoint('20260002', '后来人', '--again')).code).toBe(0)
  expect(find('audit')).toHaveLength(2)
})

test('who has other posts keeps them', async () => {
  const guard = { role: 'guard', scope: { kind: 'school', values: [] } } as const
  await school.cloud.store.put('staff', [{ _id: '20260001', name: '程序云', grants: [guard] }])
  await appoint('20260001', '程序云')
  const [{ grants } = { grants: [] }] = find<StaffMember>('staff')
  expect(grants.map(({ role }) => role)).toEqual(['guard', 'administrator'])
})

test.each([
  [['20260001'], '要写工号和姓名'],
  [['abc', '程序云'], '工号是 4 到 12 位数字'],
  [['20260001', ''], '请填写姓名'],
])('%j is refused and nothing is written', async (args, sentence) => {
  const { code, said } = await appoint(...args)
  expect(code).toBe(1)
  expect(said).toContain(sentence)
  expect(find('staff')).toEqual([])
})

test('a number is not given to another name', async () => {
  await school.cloud.store.put('staff', [{ _id: '20260001', name: '严明察', grants: [] }])
  expect((await appoint('20260001', '程序云')).said).toContain('已经是另一个名字')
})
