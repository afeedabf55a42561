import { ClearanceError, type ErrorCode } from '../../../domain/errors'
import {
  BINDING,
  DESK,
  homeOf,
  sendWhereOneBelongs,
  SHEET,
} from '../../../miniprogram/services/arrival'
import { stubWechat } from './wechat'

const refusal = (code: ErrorCode) => new ClearanceError({ code, message: '' })

test('a student lands on the sheet, a staff member at the desk', () => {
  expect(homeOf('student')).toBe(SHEET)
  expect(homeOf('staff')).toBe(DESK)
})

test('an unknown account is forgotten and taken to the binding page, staff from the sheet to the desk', () => {
  const wechat = stubWechat()
  expect(sendWhereOneBelongs(refusal('UNBOUND'), DESK)).toBe(true)
  expect(sendWhereOneBelongs(refusal('FORBIDDEN'), DESK)).toBe(true)
  expect(wechat.done).toEqual([
    ['removeStorageSync', 'answer:clearance.sheet:{}'],
    ['redirectTo', { url: BINDING }],
    ['redirectTo', { url: DESK }],
  ])
})

test('any other trouble stays on the page that has it', () => {
  const wechat = stubWechat()
  expect(sendWhereOneBelongs(refusal('UNAVAILABLE'), DESK)).toBe(false)
  expect(sendWhereOneBelongs(refusal('FORBIDDEN'))).toBe(false)
  expect(sendWhereOneBelongs(new Error('a bug'), DESK)).toBe(false)
  expect(wechat.done).toEqual([])
})

test('without a network staff still get from the sheet to the desk, once it is known that they belong there', () => {
  const wechat = stubWechat()
  expect(sendWhereOneBelongs(refusal('UNAVAILABLE'), DESK)).toBe(false)
  sendWhereOneBelongs(refusal('FORBIDDEN'), DESK)
  expect(sendWhereOneBelongs(refusal('UNAVAILABLE'), DESK)).toBe(true)
  expect(wechat.done.at(-1)).toEqual(['redirectTo', { url: DESK }])
  expect(sendWhereOneBelongs(refusal('UNAVAILABLE'), SHEET)).toBe(false)
})

test('whoever is unbound belongs nowhere any more', () => {
  stubWechat()
  sendWhereOneBelongs(refusal('FORBIDDEN'), DESK)
  sendWhereOneBelongs(refusal('UNBOUND'), DESK)
  expect(sendWhereOneBelongs(refusal('UNAVAILABLE'), DESK)).toBe(false)
})
