import { itemOf } from '../../../domain/procedures/situation'
import { deriveSheet } from '../../../domain/sheet/derive'
import { maySeeWho } from '../../../domain/statistics/reach'
import { withRegistered } from '../cohort2022'
import { MORNING, refusal, staff, Walk } from './school'

function walkFor(code: string): Walk {
  const walk = new Walk('register', undefined, code)
  walk.cohort = withRegistered
  return walk
}

function rowOf({ student }: Walk, code: string): string {
  const requests = student.requests ?? {}
  const { steps } = deriveSheet(withRegistered, student, student.facts, requests, MORNING)
  const item = steps.flatMap(({ items }) => items).find((each) => each.code === code)
  return `${item?.status} ${item?.reason}`
}

test('what an office registers turns green, and nothing else with it', () => {
  const walk = walkFor('gown')
  expect(rowOf(walk, 'gown')).toBe('pending 学生处还没有登记办结')
  walk.step(staff('studentAffairs'), 'register')
  expect(rowOf(walk, 'gown')).toBe('done 6 月 10 日已登记办结')
  expect(rowOf(walk, 'photo')).toBe('pending 学生处还没有登记办结')
})

test('the office says why it cannot be yet, and registers it later', () => {
  const walk = walkFor('gown')
  walk.step(staff('studentAffairs'), 'refuse', { note: '少一顶帽子' })
  expect(rowOf(walk, 'gown')).toBe('pending 还不能登记：少一顶帽子')
  walk.step(staff('studentAffairs'), 'register')
  expect(rowOf(walk, 'gown')).toMatch(/^done/)
})

test('a registration is revoked with a reason that the student reads', () => {
  const walk = walkFor('gown')
  walk.step(staff('studentAffairs'), 'register')
  expect(refusal(() => walk.step(staff('studentAffairs'), 'revoke')).message).toBe('请写明原因')
  walk.step(staff('studentAffairs'), 'revoke', { note: '登记错了人' })
  expect(rowOf(walk, 'gown')).toBe('pending 还不能登记：登记错了人')
})

test('only the role that the item names registers it', () => {
  expect(refusal(() => walkFor('gown').step(staff('librarian'), 'register')).code).toBe('FORBIDDEN')
  expect(refusal(() => walkFor('photo').step(staff('studentAffairs'), 'register')).code).toBe(
    'FORBIDDEN',
  )
  expect(walkFor('photo').step(staff('counsellor'), 'register').state).toBe('done')
})

test('an office sees by name who lacks what it registers, and no other office does', () => {
  const gown = itemOf(withRegistered, 'register', 'gown')
  expect(maySeeWho('librarian', gown)).toBe(false)
  expect(maySeeWho('librarian', { ...gown, registrar: 'librarian' })).toBe(true)
})
