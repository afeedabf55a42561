import {
  SCOPE_OF_ROLE,
  STAFF_ROLES,
  type Grant,
  type StaffMember,
  type StaffRole,
} from '../../../domain/roles/people'
import { covers, holdersOf, isCurrent, type Subject } from '../../../domain/roles/scope'
import { vacanciesOf } from '../../../domain/roles/vacancies'

const NOW = new Date('2022-06-10T09:00:00+08:00')

const student: Subject = {
  className: '软件技术 1902 班',
  college: '信息工程学院',
  building: '3 号楼',
}

const PARTS = { class: student.className, college: student.college, building: '3 号楼', school: '' }

function grant(role: StaffRole, part?: string): Grant {
  const kind = SCOPE_OF_ROLE[role]
  const own = part ?? PARTS[kind]
  return { role, scope: { kind, values: own ? [own] : [] } }
}

const member = (id: string, ...grants: Grant[]): StaffMember => ({ _id: id, name: id, grants })

test.each(STAFF_ROLES)('%s covers the own part of the school and no other', (role) => {
  expect(covers(grant(role), student)).toBe(true)
  expect(covers(grant(role, '别处'), student)).toBe(SCOPE_OF_ROLE[role] === 'school')
})

test('a dorm manager does not cover somebody who lives nowhere', () => {
  const { building: _, ...homeless } = student
  expect(covers(grant('dormManager'), homeless)).toBe(false)
})

test('a scope that a role may not have covers nobody', () => {
  const forged: Grant = { role: 'counsellor', scope: { kind: 'school', values: [] } }
  expect(covers(forged, student)).toBe(false)
})

test('a grant holds through its last day in Shanghai', () => {
  const until = { ...grant('finance'), until: '2022-06-10' }
  expect(isCurrent(until, new Date('2022-06-10T23:59:59+08:00'))).toBe(true)
  expect(isCurrent(until, new Date('2022-06-11T00:00:00+08:00'))).toBe(false)
})

test('who holds a role does its part; where nobody does it falls to student affairs', () => {
  const affairs = member('affairs', grant('studentAffairs'))
  const counsellor = member('counsellor', grant('counsellor'))
  const foreign = member('foreign', grant('counsellor', '数控技术 1901 班'))
  expect(holdersOf('counsellor', student, [affairs, counsellor, foreign], NOW)).toEqual({
    holders: [counsellor],
    vacant: false,
  })
  expect(holdersOf('counsellor', student, [affairs, foreign], NOW)).toEqual({
    holders: [affairs],
    vacant: true,
  })
})

test('what nobody looks after is listed by role and part; an ended grant looks after nothing', () => {
  const staff = [
    ...STAFF_ROLES.filter((role) => role !== 'librarian').map((role) => member(role, grant(role))),
    member('gone', { ...grant('librarian'), until: '2022-06-09' }),
  ]
  const parts = {
    class: [student.className, '数控技术 1901 班'],
    college: [student.college],
    building: ['3 号楼', '5 号楼'],
  }
  expect(vacanciesOf(staff, parts, NOW)).toEqual([
    { role: 'counsellor', scope: { kind: 'class', values: ['数控技术 1901 班'] } },
    { role: 'dormManager', scope: { kind: 'building', values: ['5 号楼'] } },
    { role: 'librarian', scope: { kind: 'school', values: [] } },
  ])
})
