import * as v from 'valibot'
import { api } from '../../../domain/api'
import type { MeAnswer } from '../../../domain/identity/answers'
import { toBound } from '../../../miniprogram/pages/binding/bound'
import { STAFF_WAY, STUDENT_WAY } from '../../../miniprogram/pages/binding/ways'

test.each([STUDENT_WAY, STAFF_WAY])('$tab has a field for each thing its action asks', (way) => {
  const { entries } = api[way.action].input
  const asked = Object.keys(entries).filter((name) => name !== 'requestId')
  expect(way.entries.map(({ name }) => name)).toEqual(asked)
})

test('what fits into a field is not longer than what its schema takes', () => {
  const { code } = v.object(api['identity.bindStaff'].input.entries).entries
  const length = STAFF_WAY.entries.find(({ name }) => name === 'code')?.maxlength ?? 0
  expect(v.safeParse(code, '1'.repeat(length)).success).toBe(true)
})

const unbound: MeAnswer = { kind: 'unbound', name: '', grants: [], campusLogin: null }

test('an account that is nobody’s is bound to nobody', () => {
  expect(toBound(unbound)).toBeNull()
})

test('who is bound sees whose account it is, and where they work', () => {
  expect(toBound({ ...unbound, kind: 'student', name: '林知夏' })).toMatchObject({
    headline: '这个微信绑定的是林知夏',
    roles: ['毕业生'],
    home: { words: '看离校单' },
  })
  const grants = [
    { role: 'counsellor' as const, roleName: '辅导员', scope: '软件技术 1902 班' },
    { role: 'dormManager' as const, roleName: '宿管员', scope: '3 号楼' },
  ]
  expect(toBound({ ...unbound, kind: 'staff', name: '王海棠', grants })).toMatchObject({
    roles: ['辅导员　软件技术 1902 班', '宿管员　3 号楼'],
    home: { words: '去工作台' },
  })
})
