import { ROLE_NAMES, type Role } from '../../domain/roles/people'
import type { Request } from '../../domain/procedures/request'
import type { Arrear, Facts } from '../../domain/student/facts'
import type { Student } from '../../domain/student/student'
import { TRAITS } from '../../domain/student/traits'
import { CLASS_NAME, COLLEGE } from './class'
import { SOURCES } from './facts'
import { withFinished, type FinishedCode } from './finished'
import type { DemoStaff } from './staff'

/** Somebody to be while trying the mini program; answered by `GET /dev/people`. */
export interface Person {
  openid: string
  name: string
  role: Role
  roleName: string
  studentNo?: string
  staffNo?: string
  scope: string
  /** One line on what makes this person worth being. */
  note: string
}

/** A demo student, and one line on what makes them worth being. */
export interface DemoStudent {
  student: Student & { openid: string }
  /** What they have finished. */
  requests: Request[]
  note: string
}

/** What a member of the league who moves on has finished. */
export const MOVED_ON: readonly FinishedCode[] = ['league', 'archive']

/** The students with a name of their own; each shows another side of the 离校单. */
export function demoStudents(cohort: string, asOf: string): DemoStudent[] {
  const settled = settledFacts(asOf)
  const fed = <Value>(value: Value, source: string) => ({ value, asOf, source })
  const student = (
    seat: string,
    openid: string,
    name: string,
    note: string,
    traits: Student['traits'],
    facts: Facts,
    finished: readonly FinishedCode[] = [],
  ): DemoStudent => {
    const _id = `19070102${seat}`
    const who = { _id, cohort, name, college: COLLEGE, className: CLASS_NAME, openid }
    return { ...withFinished({ ...who, traits, facts }, finished), note }
  }
  const living = (bed: string) =>
    fed({ building: '3 号楼', room: '412', bed, checkedOutOn: null }, SOURCES.dorm)

  return [
    student(
      '16',
      'demo-student-linzhixia',
      '林知夏',
      '还差三项',
      ['boarder', 'leagueMember'],
      {
        ...settled,
        arrears: fed(
          [
            ...paidUp().filter(({ fee, year }) => fee !== 'lodging' || year !== 2020),
            { fee: 'lodging', year: 2020, owedFen: 120_000 },
          ],
          SOURCES.finance,
        ),
        card: fed({ balanceFen: 8_640 }, SOURCES.card),
        loans: fed(
          [
            { barcode: 'N0412345', title: '数据结构' },
            { barcode: 'N0498765', title: '边城' },
          ],
          SOURCES.library,
        ),
        residence: living('2'),
      },
      MOVED_ON,
    ),
    student(
      '17',
      'demo-student-zhouyuan',
      '周予安',
      '全部办完，可以离校',
      ['boarder', 'leagueMember'],
      settled,
      [...MOVED_ON, 'verification'],
    ),
    student('18', 'demo-student-xumuyang', '许沐阳', '五种特征都有，什么都没办', [...TRAITS], {
      arrears: fed(
        [2019, 2020, 2021].flatMap((year): Arrear[] => [
          { fee: 'tuition', year, owedFen: 520_000 },
          { fee: 'lodging', year, owedFen: 120_000 },
          { fee: 'insurance', year, owedFen: 35_000 },
        ]),
        SOURCES.finance,
      ),
      card: fed({ balanceFen: 15_275 }, SOURCES.card),
      loans: fed([{ barcode: 'N0300001', title: '平凡的世界' }], SOURCES.library),
      residence: living('1'),
    }),
    student(
      '19',
      'demo-student-shenqinghe',
      '沈清和',
      '不住校、不是团员党员、户口不在校',
      [],
      withoutRoom(settled),
      ['archive'],
    ),
    student('20', 'demo-student-luyanzhi', '陆言之', '各系统的数据还没有传来', ['boarder'], {}),
  ]
}

function withoutRoom({ residence: _, ...facts }: Facts): Facts {
  return facts
}

function paidUp(): Arrear[] {
  return [2020, 2021].flatMap((year): Arrear[] => [
    { fee: 'tuition', year, owedFen: 0 },
    { fee: 'lodging', year, owedFen: 0 },
    { fee: 'insurance', year, owedFen: 0 },
  ])
}

function settledFacts(asOf: string): Facts {
  const fed = <Value>(value: Value, source: string) => ({ value, asOf, source })
  return {
    arrears: fed(paidUp(), SOURCES.finance),
    card: fed({ balanceFen: 0 }, SOURCES.card),
    loans: fed([], SOURCES.library),
    residence: fed(
      { building: '3 号楼', room: '412', bed: '3', checkedOutOn: '2022-06-09' },
      SOURCES.dorm,
    ),
  }
}

/** The demo people as the panel lists them. */
export function listPeople(
  students: readonly DemoStudent[],
  staff: readonly DemoStaff[],
): Person[] {
  return [
    ...students.map(({ student: { openid, name, _id, className }, note }): Person => ({
      openid,
      name,
      role: 'student',
      roleName: ROLE_NAMES.student,
      studentNo: _id,
      scope: className,
      note,
    })),
    ...staff.flatMap(({ openid, name, _id, grants }) =>
      grants.map(({ role, scope }): Person => ({
        openid,
        name,
        role,
        roleName: ROLE_NAMES[role],
        staffNo: _id,
        scope: scope.values.join('、') || '全校',
        note: '',
      })),
    ),
  ]
}
