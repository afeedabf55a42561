import type { ProcedureAnswer } from '../../../../domain/procedures/answers'
import { faceOf } from '../../../../miniprogram/packages/requests/face'
import { hasAgreed } from '../../../../miniprogram/packages/requests/pages/card-refund/consent'
import {
  forgetTyped,
  keepTyped,
  typedBefore,
} from '../../../../miniprogram/packages/requests/unfinished'
import { stubWechat } from '../../services/wechat'
import { action, DORM, FILE, REFUND, request } from './answers'

const at = (state: string, rest = {}): ProcedureAnswer => ({
  ...DORM,
  request: request('dormCheckout', state, rest),
})

const returned = at('returned', { version: 3, bad: true, actions: [FILE] })
const waiting = at('counsellor', { version: 1 })

test.each<[string, ProcedureAnswer, boolean, string]>([
  ['nothing filed yet', DORM, false, 'form'],
  ['nothing that could be filed', { ...DORM, blocked: '住宿数据还没有传来。' }, false, 'blocked'],
  ['filed', waiting, false, 'progress'],
  ['filed, and the form wanted', waiting, true, 'progress'],
  ['returned', returned, false, 'progress'],
  ['returned, and the form wanted', returned, true, 'form'],
  ['returned after the deadline', { ...returned, blocked: '已经截止。' }, true, 'progress'],
  [
    'inspected',
    at('confirmation', { actions: [action('confirm', { form: 'confirmation' })] }),
    false,
    'confirmation',
  ],
])('%s', (_, answer, editing, face) => {
  expect(faceOf(answer, editing)).toBe(face)
})

test('a consent holds for the card that was given with it, and no longer after 撤回', () => {
  const typed = { holder: '', bank: '', lastFour: '0018', phone: '', consentedAt: '' }
  const filed = request('cardRefund', 'filed')
  const gone = request('cardRefund', 'withdrawn', { status: 'exempt' })
  expect(hasAgreed(REFUND)).toBe(false)
  expect(hasAgreed({ ...REFUND, request: filed, typed })).toBe(true)
  expect(hasAgreed({ ...REFUND, request: gone, typed })).toBe(false)
})

const TYPED = { phone: '138' }

test('what was typed waits for the same request', () => {
  stubWechat()
  expect(typedBefore(DORM)).toBeNull()
  keepTyped(DORM, TYPED)
  expect(typedBefore(DORM)).toEqual(TYPED)
  expect(typedBefore({ ...DORM, student: { ...DORM.student, studentNo: '2' } })).toBeNull()
  forgetTyped(DORM)
  expect(typedBefore(DORM)).toBeNull()
})

test('it goes when it was accepted and only the answer got lost', () => {
  const wechat = stubWechat()
  keepTyped(DORM, TYPED)
  expect(typedBefore(waiting)).toBeNull()
  expect(wechat.storage.size).toBe(0)
})

test('it stays when the request came back while it was typed', () => {
  stubWechat()
  keepTyped({ ...returned, request: { ...request('dormCheckout', 'filed'), version: 2 } }, TYPED)
  expect(typedBefore(returned)).toEqual(TYPED)
})

test('a phone without room goes on without keeping', () => {
  jest.spyOn(console, 'warn').mockImplementation()
  stubWechat({
    setStorageSync: () => {
      throw new Error('exceed storage max size 10Mb')
    },
  })
  expect(() => keepTyped(DORM, TYPED)).not.toThrow()
})
