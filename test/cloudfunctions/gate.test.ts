import type { ActionName, Answer } from '../../domain/api'
import { openidOf, OWN_STUDENT, SmallSchool, STUDENT_OPENID } from './small-school'

let school: SmallSchool

beforeAll(async () => {
  school = await SmallSchool.open()
})

beforeEach(() => school.seed())

afterAll(() => school.close())

/** Calls with whatever event a program of one's own could send. */
async function send(event: object): Promise<Answer<unknown>> {
  return (await school.cloud.invoke('clearance', event, {
    openid: STUDENT_OPENID,
    source: 'wx_client',
  })) as Answer<unknown>
}

test('a known action with valid input is answered, with and without an empty input', async () => {
  expect(await send({ action: 'sheet' })).toMatchObject({ ok: true, data: { missing: 0 } })
  expect(await send({ action: 'sheet', input: {} })).toMatchObject({ ok: true })
})

test.each([undefined, 'nothing', 'toString', '__proto__', 7, { action: 'sheet' }])(
  'the action %p is refused',
  async (action) => {
    expect(await send({ action })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
  },
)

test.each([
  [{}, '请选择一个环节'],
  [{ code: '' }, '请选择一个环节'],
  [{ code: 7 }, '请选择一个环节'],
  [{ code: 'x'.repeat(41) }, '没有这个环节'],
])('the input %p is refused at its field', async (input, message) => {
  expect(await send({ action: 'item', input })).toMatchObject({
    ok: false,
    error: { code: 'INVALID', message, fields: { code: message } },
  })
})

test('input that the action does not know is refused', async () => {
  const answer = await send({ action: 'sheet', input: { studentNo: OWN_STUDENT } })
  expect(answer).toMatchObject({ ok: false, error: { code: 'INVALID' } })
})

test.each<[string, ActionName, string]>([
  ['a student at the desk', 'desk.home', '这一页是老师用的'],
  ['a student at a code', 'identity.issueStaffCode', '这一页是老师用的'],
])('%s is told whose page it is', async (_, action, words) => {
  expect(await school.call(STUDENT_OPENID, action, {})).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN', message: expect.stringContaining(words) as unknown },
  })
})

test('a staff member at a sheet is sent to the desk', async () => {
  const answer = await school.call(openidOf('counsellor', 'own'), 'clearance.sheet', {})
  expect(answer).toMatchObject({ error: { code: 'FORBIDDEN', message: /自己的工作台/ } })
})

test('a bug is answered as UNAVAILABLE without a word of itself, and logged', async () => {
  await school.cloud.store.update('students', { _id: OWN_STUDENT }, { $unset: { facts: '' } })
  const answer = await send({ action: 'sheet' })
  expect(answer).toMatchObject({ ok: false, error: { code: 'UNAVAILABLE' } })
  expect(JSON.stringify(answer)).not.toMatch(/undefined|TypeError/)
  expect(
    school.log.some(({ level, text }) => level === 'error' && text.includes('TypeError')),
  ).toBe(true)
})
