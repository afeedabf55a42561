import {
  ROLE_NAMES,
  type Grant,
  type Role,
  type StaffMember,
  type StaffRole,
} from '../../domain/roles/people'
import type { Arrear, Facts } from '../../domain/student/facts'
import type { Student } from '../../domain/student/student'
import { TRAITS } from '../../domain/student/traits'
import { SOURCES } from './facts'

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

const COLLEGE = '信息工程学院'
const CLASS_NAME = '软件技术 1902 班'

/** A demo student, and one line on what makes them worth being. */
export interface DemoStudent {
  student: Student & { openid: string }
  note: string
}

export type DemoStaff = StaffMember & { openid: string }

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
  ): DemoStudent => ({
    student: {
      _id: `19070102${seat}`,
      cohort,
      name,
      college: COLLEGE,
      className: CLASS_NAME,
      traits,
      facts,
      openid,
    },
    note,
  })
  const living = (bed: string) =>
    fed({ building: '3 号楼', room: '412', bed, checkedOutOn: null }, SOURCES.dorm)

  return [
    student('16', 'demo-student-linzhixia', '林知夏', '还差三项', ['boarder', 'leagueMember'], {
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
    }),
    student(
      '17',
      'demo-student-zhouyuan',
      '周予安',
      '全部办完，可以离校',
      ['boarder', 'leagueMember'],
      {
        ...settled,
        completions: {
          ...settled.completions,
          verification: fed({ on: '2022-06-09', note: '' }, COLLEGE),
        },
      },
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
    completions: {
      league: fed({ on: '2022-06-08', note: '' }, '校团委'),
      archive: fed({ on: '2022-06-09', note: '' }, '招生就业处'),
    },
  }
}

const STAFF: [staffNo: string, name: string, role: StaffRole, scope: Grant['scope']][] = [
  ['20081001', '王海棠', 'counsellor', { kind: 'class', values: [CLASS_NAME] }],
  ['20081002', '高远山', 'secretary', { kind: 'college', values: [COLLEGE] }],
  ['20081003', '罗一鸣', 'leagueSecretary', { kind: 'college', values: [COLLEGE] }],
  ['20081004', '刘长河', 'dormManager', { kind: 'building', values: ['3 号楼'] }],
  ['20081005', '夏晓禾', 'finance', { kind: 'school', values: [] }],
  ['20081006', '孟书田', 'librarian', { kind: 'school', values: [] }],
  ['20081007', '唐青松', 'leagueCommittee', { kind: 'school', values: [] }],
  ['20081008', '石存真', 'archives', { kind: 'school', values: [] }],
  ['20081009', '丁和平', 'studentAffairs', { kind: 'school', values: [] }],
  ['20081010', '梁正清', 'partyOffice', { kind: 'school', values: [] }],
  ['20081011', '武安之', 'securityOffice', { kind: 'school', values: [] }],
  ['20081012', '程序云', 'administrator', { kind: 'school', values: [] }],
  ['20081013', '严明察', 'auditor', { kind: 'school', values: [] }],
  ['20081014', '史守安', 'guard', { kind: 'school', values: [] }],
]

/** One staff member of each role. */
export function demoStaff(): DemoStaff[] {
  return STAFF.map(([staffNo, name, role, scope]) => ({
    _id: staffNo,
    name,
    grants: [{ role, scope }],
    // Not a real number: no exchange in China begins with 00.
    ...(role === 'dormManager' && { phone: '025-00390004' }),
    openid: `demo-staff-${role}`,
  }))
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
