import type { Student } from '../../student/student'
import { hearTraits, type SaidTraits } from '../../student/hearing'
import { TRAITS, TRAIT_TEXTS } from '../../student/traits'
import { STUDENT_NO } from '../student-no'
import { membershipsOf } from './politics'
import { isReject, reject, source, type Cells, type Reject } from './table'

/** What a row of the roster says; what it does not say is absent. */
interface Entry {
  name: string
  college: string
  className: string
  /** Absent: the cohort that is leaving now. */
  cohort?: string
  traits: SaidTraits
  /** The last six of the ID card, by which a student binds. */
  idCardTail?: string
}

/**
 * 毕业生名单: who there is. Nobody is removed by not being on it. Membership and household are asked of
 * the roster for a new student alone, as they have lists of their own.
 */
export const roster = source<Entry, Entry>({
  columns: {
    studentNo: STUDENT_NO,
    name: { names: ['姓名', '学生姓名'] },
    college: { names: ['学院', '院系', '二级学院', '所属学院', '院系名称'] },
    className: { names: ['班级', '行政班级', '班级名称', '所在班级'] },
    cohort: { names: ['届别', '毕业届', '毕业年份'], optional: true },
    boarder: {
      names: ['住校', '是否住校', '是否住宿'],
      optional: true,
      without: '新加的学生会被当作没有住校，退宿这一项是灰的，直到宿舍系统传来他们的床位。',
    },
    upgrade: {
      names: ['专转本', '是否专转本', '专升本'],
      optional: true,
      without: '新加的学生会被当作不是专转本。',
    },
    politics: {
      names: ['政治面貌'],
      optional: true,
      without: '新加的学生会被当作不是团员，也不是党员，直到导入团员名单和党员名单。',
    },
    campusHukou: {
      names: ['户口', '户口在校', '户口是否在校', '户口是否迁入学校'],
      optional: true,
      without: '新加的学生会被当作户口不在学校，直到导入户籍名册。',
    },
    idCardTail: { names: ['身份证后六位', '身份证号后六位', '身份证后6位'], optional: true },
  },

  read(cells) {
    const who = {
      name: cells.text('name'),
      college: cells.text('college'),
      className: cells.text('className'),
    }
    const texts = Object.values(who)
    if (texts.includes('')) return reject('姓名、学院和班级要写全')
    if (texts.some(({ length }) => length > 60)) return reject('姓名、学院或班级写得太长')
    const [cohort, traits, tail] = [cohortOf(cells), traitsOf(cells), tailOf(cells)]
    if (isReject(cohort)) return cohort
    if (isReject(traits)) return traits
    if (isReject(tail)) return tail
    return { ...who, ...cohort, traits, ...tail }
  },

  fold: ([first, ...others]) =>
    first && others.length === 0 ? first : reject('这个学号在名单里不止一次'),

  absent: 'unknown',
  put: (student, { name, college, className, traits }, { asOf }) =>
    hearTraits(
      { ...student, name, college, className, registeredAsOf: asOf },
      heardOf(student, traits),
      asOf,
    ),
  enrol: {
    cohortOf: ({ cohort }) => cohort,
    student: (studentNo, cohort, { name, college, className, traits }, { asOf }) =>
      hearTraits(
        {
          _id: studentNo,
          cohort,
          name,
          college,
          className,
          traits: [],
          facts: {},
          registeredAsOf: asOf,
        },
        traits,
        asOf,
      ),
  },
  proofOf: ({ idCardTail }) => idCardTail,
  known: ({ name, college, className, traits }) => ({
    name,
    college,
    className,
    traits: TRAITS.filter((trait) => traits.includes(trait)),
  }),
  knownSince: ({ registeredAsOf }) => registeredAsOf,
  isOpen: () => false,
  says: ({ name, college, className, traits }) => {
    const texts = TRAITS.filter((trait) => traits.includes(trait)).map(
      (trait) => TRAIT_TEXTS[trait].name,
    )
    return [name, college, className, ...texts].join('，')
  },
})

/** Of somebody known; the roster may take 住校 away only from who has no bed in the dorm system. */
function heardOf({ traits, facts }: Student, { upgrade, boarder }: Entry['traits']): SaidTraits {
  const keepsBed = boarder === false && traits.includes('boarder') && facts.residence !== undefined
  return {
    ...(upgrade !== undefined && { upgrade }),
    ...(boarder !== undefined && !keepsBed && { boarder }),
  }
}

function cohortOf(cells: Cells): { cohort?: string } | Reject {
  const text = cells.text('cohort')
  if (text === '') return {}
  const [, cohort] = /^(20\d{2})\s*届?$/.exec(text) ?? []
  return cohort ? { cohort } : reject('届别应为 2022 这样的年份')
}

function traitsOf(cells: Cells): Entry['traits'] | Reject {
  const memberships = membershipsOf(cells.text('politics'))
  if (!memberships) return reject(`看不懂政治面貌「${cells.text('politics').slice(0, 20)}」`)
  const traits: Entry['traits'] = Object.fromEntries(memberships.map((trait) => [trait, true]))
  for (const trait of ['boarder', 'upgrade', 'campusHukou'] as const) {
    const text = cells.text(trait)
    const flag = flagOf(text)
    if (flag === null && text !== '') {
      return reject(`「${TRAIT_TEXTS[trait].name}」应写是或否`)
    }
    if (flag !== null) traits[trait] = flag
  }
  return traits
}

/** Null for what is neither yes nor no. */
function flagOf(text: string): boolean | null {
  if (YES.includes(text)) return true
  return NO.includes(text) ? false : null
}

const YES = ['是', '有', '在', '在校', '住校', '√', 'Y', 'true', '1']
const NO = ['否', '无', '不在', '不在校', '走读', '×', 'N', 'false', '0']

function tailOf(cells: Cells): { idCardTail?: string } | Reject {
  const text = cells.text('idCardTail').toUpperCase()
  if (text === '') return {}
  // A sheet that took it for a number has lost the zeros before it.
  const idCardTail = text.padStart(6, '0')
  return /^\d{5}[\dX]$/.test(idCardTail) ? { idCardTail } : reject('身份证后六位写得不对')
}
