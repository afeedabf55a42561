import fc from 'fast-check'
import { api, type ActionName } from '../../domain/api'
import { ERROR_CODES } from '../../domain/errors'
import {
  FOREIGN_STUDENT,
  ID_CARD_TAIL,
  openidOf,
  OWN_STUDENT,
  SmallSchool,
  STUDENT_OPENID,
} from './small-school'

let school: SmallSchool

beforeAll(async () => {
  school = await SmallSchool.open()
  await school.enrol('1901010199', '何以宁')
})

afterAll(() => school.close())

const CALLERS = [
  'a-stranger',
  STUDENT_OPENID,
  openidOf('counsellor', 'own'),
  openidOf('administrator', 'own'),
  openidOf('auditor', 'own'),
  openidOf('guard', 'own'),
]

/** Words of which nothing may show up in a refusal or a log line. */
const PERSONAL = [
  '林知夏',
  '许沐阳',
  '何以宁',
  OWN_STUDENT,
  FOREIGN_STUDENT,
  ID_CARD_TAIL,
  ...CALLERS,
]

/** Fields that some action knows, with values that are nearly right, so that more than the door is tried. */
const nearlyRight = fc.record(
  {
    code: fc.oneof(fc.constantFrom('dorm', '00000000', '__proto__'), fc.string()),
    studentNo: fc.oneof(fc.constantFrom('1901010199', '1900000000'), fc.string()),
    staffNo: fc.oneof(fc.constantFrom('20080000', '1'), fc.string()),
    name: fc.oneof(fc.constant('张三'), fc.string()),
    idCardTail: fc.oneof(fc.constant('123456'), fc.string()),
    ticket: fc.string(),
    cohort: fc.oneof(fc.constantFrom('2022', '2027'), fc.string()),
    from: fc.constant('2022'),
    to: fc.oneof(fc.constantFrom('2022', '2027'), fc.string()),
    version: fc.nat({ max: 2 }),
    changes: fc.array(
      fc.record({
        do: fc.constantFrom('set', 'insert', 'remove', 'move'),
        path: fc.oneof(fc.constantFrom('items.0', 'steps', 'name'), fc.string()),
        at: fc.nat({ max: 3 }),
        value: fc.jsonValue(),
      }),
      { maxLength: 2 },
    ),
    role: fc.constantFrom('finance', 'counsellor'),
    values: fc.array(fc.string(), { maxLength: 2 }),
    page: fc.nat({ max: 2 }),
    token: fc.oneof(fc.stringMatching(/^[\w-]{40}$/), fc.string()),
    reason: fc.string(),
    requestId: fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{20}$/), fc.string()),
  },
  { requiredKeys: [] },
)

const input = fc.oneof(nearlyRight, fc.jsonValue() as fc.Arbitrary<object>)

test.each(Object.keys(api) as ActionName[])(
  '%s answers anything with data or a declared refusal, and a refusal writes nothing',
  async (action) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CALLERS), input, async (openid, given) => {
        const before = JSON.stringify(school.contents())
        const answer = await school.call(openid, action, given)
        if (answer.ok) return
        expect(ERROR_CODES).toContain(answer.error.code)
        expect(answer.error.code).not.toBe('UNAVAILABLE')
        expect(answer.error.message).toMatch(/[一-龥]/)
        for (const word of PERSONAL) expect(JSON.stringify(answer.error)).not.toContain(word)
        expect(JSON.stringify(school.contents())).toBe(before)
      }),
      { numRuns: 40 },
    )
    const lines = school.log.map(({ text }) => text).join('\n')
    for (const word of PERSONAL) expect(lines).not.toContain(word)
    expect(school.log.filter(({ level }) => level === 'error')).toEqual([])
  },
)
