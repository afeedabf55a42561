import type { StaffRole } from '../roles/people'

/** Where facts come from: the systems and lists of the school that say something of students. */
export const SOURCE_CODES = [
  'finance',
  'card',
  'cardReport',
  'library',
  'libraryCard',
  'dorm',
  'roster',
  'league',
  'party',
  'hukou',
] as const

export type SourceCode = (typeof SOURCE_CODES)[number]

/** What everybody who meets a source has to know of it. */
export interface SourceCard {
  /** As students and staff read it: 财务系统. */
  title: string
  /** What it says of a student: 欠费. */
  what: string
  /** Who brings in its sheets and answers for what is held, besides the administrator. */
  keeper: StaffRole
  /** Where the school has a system that is asked, minutes until it is asked again. */
  everyMinutes: number
}

/** For what changes seldom and is mostly brought in by hand. */
const HOURLY = 60

export const SOURCE_CARDS: Record<SourceCode, SourceCard> = {
  finance: { title: '财务系统', what: '欠费', keeper: 'finance', everyMinutes: 10 },
  card: { title: '一卡通系统', what: '一卡通余额', keeper: 'finance', everyMinutes: 60 },
  cardReport: {
    title: '一卡通报表',
    what: '报表日的余额',
    keeper: 'finance',
    everyMinutes: HOURLY,
  },
  library: { title: '图书馆系统', what: '在借图书', keeper: 'librarian', everyMinutes: 10 },
  libraryCard: {
    title: '借书证注销名单',
    what: '借书证的注销',
    keeper: 'librarian',
    everyMinutes: HOURLY,
  },
  dorm: { title: '宿舍系统', what: '住宿', keeper: 'studentAffairs', everyMinutes: 10 },
  roster: { title: '毕业生名单', what: '学籍', keeper: 'studentAffairs', everyMinutes: HOURLY },
  league: {
    title: '团员名单',
    what: '是不是团员',
    keeper: 'leagueCommittee',
    everyMinutes: HOURLY,
  },
  party: { title: '党员名单', what: '是不是党员', keeper: 'partyOffice', everyMinutes: HOURLY },
  hukou: {
    title: '户籍名册',
    what: '户口在不在学校',
    keeper: 'securityOffice',
    everyMinutes: HOURLY,
  },
}
