import type { Binding } from '../../domain/roles/people'
import type { AuditRecord } from '../../domain/audit/record'
import {
  FOREIGN_STUDENT,
  ID_CARD_TAIL,
  openidOf,
  OWN_STUDENT,
  SmallSchool,
  STUDENT_OPENID,
} from './small-school'

let school: SmallSchool

beforeEach(async () => {
  school = await SmallSchool.open()
  await school.enrol('1901010199', '何以宁')
})

afterEach(() => school.close())

let asked = 0
const newRequest = (): string => `binding-request-${String((asked += 1)).padStart(8, '0')}`

const right = { studentNo: '1901010199', name: '何以宁', idCardTail: ID_CARD_TAIL }

function bindStudent(openid: string, input: object = {}) {
  return school.call(openid, 'identity.bindStudent', {
    ...right,
    requestId: newRequest(),
    ...input,
  })
}

const bindingsOf = (person: string) =>
  school.cloud.store.find<Binding>('bindings', { filter: { person } })

const trailOf = (person: string) =>
  school.cloud.store.find<AuditRecord>('audit', { filter: { person }, order: { seq: 1 } })

describe('a student binds', () => {
  test('with number, name and the last six of the ID card, and then opens the sheet', async () => {
    expect(await bindStudent('phone-1')).toEqual({
      ok: true,
      data: { kind: 'student', name: '何以宁' },
    })
    expect(await school.call('phone-1', 'clearance.sheet', {})).toMatchObject({
      ok: true,
      data: { student: { name: '何以宁' } },
    })
    expect(trailOf('student:1901010199')).toMatchObject([
      { action: 'identity.bindStudent', seq: 1 },
    ])
  })

  test.each([
    ['a small x', { idCardTail: '10021x' }],
    ['spaces around', { studentNo: ' 1901010199 ', name: ' 何以宁 ' }],
    ['a space within the name', { name: '何 以宁' }],
  ])('%s is forgiven', async (_, input) => {
    expect(await bindStudent('phone-1', input)).toMatchObject({ ok: true })
  })

  test('the refusal does not tell which part was wrong, and asks the database as much', async () => {
    const wrong = [{ studentNo: '1900000000' }, { name: '何以安' }, { idCardTail: '100211' }]
    const refusals: unknown[] = []
    for (const [index, input] of wrong.entries()) {
      school.cloud.stats.take()
      const answer = await bindStudent(`guesser-${index}`, input)
      refusals.push([answer, school.cloud.stats.take().actions])
    }
    expect(refusals[1]).toEqual(refusals[0])
    expect(refusals[2]).toEqual(refusals[0])
    expect(refusals[0]).toMatchObject([{ ok: false, error: { code: 'INVALID' } }, {}])
  })
})

describe('wrong tries', () => {
  test('after five in an hour even the right answer waits, and the wait is said in minutes', async () => {
    for (let tries = 0; tries < 5; tries += 1) await bindStudent('phone-1', { name: '何以安' })
    expect(await bindStudent('phone-1')).toMatchObject({
      ok: false,
      error: { code: 'RATE_LIMITED', message: '一小时内试错了 5 次，请 60 分钟后再试。' },
    })
    school.cloud.clock.set('2022-06-10T10:01:00+08:00')
    expect(await bindStudent('phone-1')).toMatchObject({ ok: true })
  })

  test('count for the number too, whichever phones they come from', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      await bindStudent(`phone-${tries}`, { name: '何以安' })
    expect(await bindStudent('another-phone')).toMatchObject({ error: { code: 'RATE_LIMITED' } })
  })

  test('do not get more by being sent at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => bindStudent('phone-1', { name: '何以安' })),
    )
    const compared = answers.filter((answer) => !answer.ok && answer.error.code === 'INVALID')
    expect(compared.length).toBeLessThanOrEqual(5)
  })

  test('are forgotten after the right answer', async () => {
    for (let tries = 0; tries < 4; tries += 1) await bindStudent('phone-1', { name: '何以安' })
    await bindStudent('phone-1')
    expect(school.cloud.store.count('attempts')).toBe(0)
  })
})

describe('one account, one person', () => {
  test('fifty phones that bind one student at once leave exactly one bound', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => {
        const input = { ...right, requestId: newRequest() }
        return school.callUntilAnswered(`phone-${index}`, 'identity.bindStudent', input)
      }),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(bindingsOf('student:1901010199')).toHaveLength(1)
    expect(trailOf('student:1901010199')).toHaveLength(1)
  }, 120_000)

  test('one phone that binds five students at once is one of them', async () => {
    const numbers = ['1901010201', '1901010202', '1901010203', '1901010204', '1901010205']
    for (const studentNo of numbers) await school.enrol(studentNo, '何以宁')
    const answers = await Promise.all(
      numbers.map((studentNo) => bindStudent('phone-1', { studentNo })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(school.cloud.store.count('students', { openid: 'phone-1' })).toBe(1)
  })

  test('a bound account cannot become somebody else', async () => {
    expect(await bindStudent(STUDENT_OPENID)).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  test('tapping twice binds once and answers the same', async () => {
    const requestId = newRequest()
    const [first, second] = await Promise.all([
      bindStudent('phone-1', { requestId }),
      bindStudent('phone-1', { requestId }),
    ])
    expect(first).toEqual(second)
    expect(trailOf('student:1901010199')).toHaveLength(1)
  })
})

describe('a staff member binds with a one-time code', () => {
  const admin = openidOf('administrator', 'own')
  const staffNo = '20090001'

  beforeEach(async () => {
    await school.cloud.store.put('staff', [{ _id: staffNo, name: '柳知行', grants: [] }])
  })

  async function issue(): Promise<string> {
    const input = { staffNo, requestId: newRequest() }
    const answer = await school.call(admin, 'identity.issueStaffCode', input)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.data.code
  }

  const bindStaff = (openid: string, code: string, requestId = newRequest()) =>
    school.call(openid, 'identity.bindStaff', { staffNo, code, requestId })

  test('once', async () => {
    const code = await issue()
    expect(await bindStaff('staff-phone', code)).toEqual({
      ok: true,
      data: { kind: 'staff', name: '柳知行' },
    })
    expect(await bindStaff('other-phone', code)).toMatchObject({ error: { code: 'INVALID' } })
  })

  test('and again with the same request when the answer was lost', async () => {
    const code = await issue()
    const requestId = newRequest()
    const first = await bindStaff('staff-phone', code, requestId)
    expect(await bindStaff('staff-phone', code, requestId)).toEqual(first)
  })

  test('within 15 minutes', async () => {
    const code = await issue()
    school.cloud.clock.set('2022-06-10T09:16:00+08:00')
    expect(await bindStaff('staff-phone', code)).toMatchObject({ error: { code: 'INVALID' } })
  })

  test('the newer code replaces the older', async () => {
    const older = await issue()
    const newer = await issue()
    expect(await bindStaff('staff-phone', older)).toMatchObject({ error: { code: 'INVALID' } })
    expect(await bindStaff('staff-phone', newer)).toMatchObject({ ok: true })
  })

  test('also from a new phone after the old one was lost, which then is nobody’s', async () => {
    await bindStaff('old-phone', await issue())
    await bindStaff('new-phone', await issue())
    expect(bindingsOf(`staff:${staffNo}`)).toMatchObject([{ _id: 'new-phone' }])
    expect(await school.call('old-phone', 'identity.me', {})).toMatchObject({
      data: { kind: 'unbound' },
    })
    const reasons = trailOf(`staff:${staffNo}`).map(({ why }) => why)
    expect(reasons).toContain('凭一次性验证码换绑，解除原来的微信')
  })

  test('which is stored nowhere readably, neither in the trail', async () => {
    const code = await issue()
    expect(JSON.stringify(school.contents())).not.toContain(code)
  })

  test('somebody with two rights has one binding and both', async () => {
    const grants = [
      { role: 'counsellor', scope: { kind: 'class', values: ['软件技术 1901 班'] } },
      { role: 'dormManager', scope: { kind: 'building', values: ['3 号楼'] } },
    ]
    await school.cloud.store.update('staff', { _id: staffNo }, { $set: { grants } })
    await bindStaff('staff-phone', await issue())
    const me = await school.call('staff-phone', 'identity.me', {})
    expect(me).toMatchObject({
      data: {
        kind: 'staff',
        grants: [{ roleName: '辅导员' }, { roleName: '宿管员', scope: '3 号楼' }],
      },
    })
    expect(bindingsOf(`staff:${staffNo}`)).toHaveLength(1)
  })
})

describe('unbinding', () => {
  test('oneself: the next call is nobody’s, and the trail says so', async () => {
    const requestId = newRequest()
    const answer = await school.call(STUDENT_OPENID, 'identity.unbind', { requestId })
    expect(answer).toEqual({ ok: true, data: {} })
    expect(await school.call(STUDENT_OPENID, 'identity.unbind', { requestId })).toEqual(answer)
    expect(await school.call(STUDENT_OPENID, 'clearance.sheet', {})).toMatchObject({
      error: { code: 'UNBOUND' },
    })
    expect(trailOf(`student:${OWN_STUDENT}`)).toMatchObject([{ why: '本人解除绑定' }])
  })

  test('a lost account, by the counsellor of the class, with a reason', async () => {
    const input = { studentNo: OWN_STUDENT, reason: '手机丢了', requestId: newRequest() }
    const counsellor = openidOf('counsellor', 'own')
    expect(await school.call(counsellor, 'identity.unbindStudent', input)).toMatchObject({
      ok: true,
    })
    expect(bindingsOf(`student:${OWN_STUDENT}`)).toEqual([])
    expect(trailOf(`student:${OWN_STUDENT}`)).toMatchObject([
      { why: '手机丢了', role: 'counsellor', by: expect.stringMatching(/^staff:/) as unknown },
    ])
  })

  test('somebody who is not bound is said so', async () => {
    const input = { studentNo: FOREIGN_STUDENT, reason: '手机丢了', requestId: newRequest() }
    const admin = openidOf('administrator', 'own')
    expect(await school.call(admin, 'identity.unbindStudent', input)).toMatchObject({
      error: { code: 'CONFLICT' },
    })
  })
})

test('what the system knows about me names its source', async () => {
  const answer = await school.call(STUDENT_OPENID, 'identity.aboutMe', {})
  const text = JSON.stringify(answer)
  for (const words of ['林知夏', '来源', '测试，6 月 10 日 06:05', '床位', '3 号楼']) {
    expect(text).toContain(words)
  }
})

test('student affairs sees which parts of the school nobody looks after', async () => {
  await school.cloud.store.update(
    'staff',
    { openid: openidOf('dormManager', 'foreign') },
    {
      $set: { grants: [] },
    },
  )
  const answer = await school.call(openidOf('studentAffairs', 'own'), 'desk.home', {})
  expect(answer).toMatchObject({
    ok: true,
    data: { vacancies: [{ roleName: '宿管员', scope: '5 号楼' }] },
  })
})
