import { dormCheckoutForm } from '../../../domain/procedures/forms/dorm-checkout'
import { NO_ATTEMPT } from '../../../miniprogram/services/request-id'
import { submit, wrongIn } from '../../../miniprogram/services/submission'
import { ANSWERED, refused, stubWechat } from './wechat'

const TYPED = { studentNo: '1907010216', name: '林知夏', idCardTail: '08241x' }

const bind = (typed = TYPED, last = NO_ATTEMPT) => submit('identity.bindStudent', typed, last)

test('what was typed is sent tidied up, with an id of the attempt', async () => {
  const wechat = stubWechat()
  wechat.answers = [ANSWERED]
  const outcome = await bind({ ...TYPED, name: ' 林知夏 ' })
  expect(outcome).toMatchObject({ answer: { kind: 'student', name: '林知夏' } })
  expect(wechat.sent).toEqual([
    { ...TYPED, idCardTail: '08241X', requestId: expect.stringMatching(/^[\w-]{24}$/) as string },
  ])
})

test('nothing is sent while a field is wrong; each wrong field has its sentence', async () => {
  const wechat = stubWechat()
  const outcome = await bind({ studentNo: '19', name: '', idCardTail: '1234' })
  expect(outcome).toMatchObject({
    errors: {
      studentNo: '学号是 6 到 12 位数字',
      name: '请填写姓名',
      idCardTail: '身份证后六位是 6 位数字，最后一位可以是 X',
    },
    refusal: '',
  })
  expect(wechat.sent).toEqual([])
})

test('after a lost answer the same input goes on under the same id', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const wechat = stubWechat()
  wechat.answers = ['lost', ANSWERED]
  const lost = await bind()
  if ('answer' in lost) throw new Error('it was answered')
  expect(lost.refusal).toBe('没有连上学校的服务，请过一会儿再试。')
  await bind(TYPED, lost.attempt)
  expect(wechat.sent[1]).toEqual(wechat.sent[0])
})

test('after a lost answer another input is another attempt', async () => {
  jest.spyOn(console, 'warn').mockImplementation()
  const wechat = stubWechat()
  wechat.answers = ['lost', ANSWERED]
  const lost = await bind()
  if ('answer' in lost) throw new Error('it was answered')
  await bind({ ...TYPED, name: '林之夏' }, lost.attempt)
  expect(wechat.sent[1]?.requestId).not.toBe(wechat.sent[0]?.requestId)
})

test('a refusal ends the attempt: after the wait the same input is tried anew', async () => {
  const wechat = stubWechat()
  wechat.answers = [refused('RATE_LIMITED', '请 42 分钟后再试。'), ANSWERED]
  const outcome = await bind()
  expect(outcome).toEqual({ errors: {}, refusal: '请 42 分钟后再试。', attempt: NO_ATTEMPT })
})

test('the server’s sentence stands at its field; about a field that is not shown, above the button', async () => {
  const wechat = stubWechat()
  wechat.answers = [refused('INVALID', '姓名太长了', { name: '姓名太长了' })]
  expect(await bind()).toMatchObject({ errors: { name: '姓名太长了' }, refusal: '' })
  wechat.answers = [refused('INVALID', '缺少请求编号', { requestId: '缺少请求编号' })]
  expect(await bind()).toMatchObject({ errors: {}, refusal: '缺少请求编号' })
})

test('an action that changes nothing gets no id', async () => {
  const wechat = stubWechat()
  wechat.answers = [{ ok: true, data: { records: [], whole: true } }]
  await submit('audit.trail', { studentNo: '1907010216' }, NO_ATTEMPT)
  expect(wechat.sent).toEqual([{ studentNo: '1907010216' }])
})

test('a part of a list has its sentence by its place', () => {
  const checklist = [{ thing: '床', condition: '' }]
  expect(wrongIn(dormCheckoutForm, { checklist })['checklist.0.condition']).toBe(
    '请选完好、损坏或缺失',
  )
})

test('a sentence stands at a field of the form within; who was overtaken is told', async () => {
  const wechat = stubWechat()
  const input = { leaveOn: '2022-06-01' }
  const move = { procedure: 'dormCheckout', transition: 'file', version: 0, note: '', input }
  wechat.answers = [refused('INVALID', '太早', { leaveOn: '太早' })]
  expect(await submit('requests.act', move, NO_ATTEMPT, input)).toMatchObject({
    errors: { leaveOn: '太早' },
    refusal: '',
  })
  wechat.answers = [refused('CONFLICT', '辅导员已经同意。')]
  expect(await submit('requests.act', move, NO_ATTEMPT, input)).toMatchObject({
    refusal: '辅导员已经同意。',
    overtaken: true,
  })
})
