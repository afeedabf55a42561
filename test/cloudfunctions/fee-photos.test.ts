import type { Output } from '../../domain/api'
import { PayingSchool } from './paying-school'
import { openidOf, STUDENT_OPENID } from './small-school'

const finance = openidOf('finance', 'own')

let pay: PayingSchool
let asked = 0
beforeAll(async () => (pay = await PayingSchool.open()))
afterAll(() => pay.school.close())
beforeEach(() => pay.school.seed())

async function act(transition: string, version: number, rest: object) {
  const answer = await pay.school.call(STUDENT_OPENID, 'requests.act', {
    procedure: 'feeQuestion',
    transition,
    version,
    note: '',
    input: {},
    ...rest,
    requestId: `fee-photos-test-${String(++asked).padStart(4, '0')}`,
  })
  if (!answer.ok || !answer.data.request) throw new Error(JSON.stringify(answer))
  return answer.data.request
}

async function seenByFinance(id: string): Promise<Output<'desk.request'>['request']> {
  const answer = await pay.school.call(finance, 'desk.request', { id })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.data.request
}

test('finance sees the slip by a link that lives a while, and the next one beside it', async () => {
  const slip = await pay.upload(`photos/${'a'.repeat(24)}.jpg`, Buffer.from('slip'))
  const input = { question: '2020 年的住宿费我交过了', photos: [slip] }
  const { id } = await act('file', 0, { input })
  const [photo] = (await seenByFinance(id)).photos
  expect(photo?.id).toBe(slip)
  expect(await (await fetch(photo?.url ?? '')).text()).toBe('slip')

  await pay.school.call(finance, 'desk.decide', {
    decisions: [{ id, version: 1 }],
    transition: 'answer',
    note: '请再传一张清楚的',
    input: {},
    requestId: 'fee-photos-answer-0001',
  })
  const clearer = await pay.upload(`photos/${'b'.repeat(24)}.jpg`, Buffer.from('clearer'))
  await act('ask', 2, { note: '这张清楚', input: { photos: [clearer] } })
  expect((await seenByFinance(id)).photos.map((each) => each.id)).toEqual([slip, clearer])
})
