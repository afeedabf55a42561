import type { RequestBrief, RequestBriefs } from '../../../domain/procedures/request'
import type { Role } from '../../../domain/roles/people'
import type { Facts } from '../../../domain/student/facts'
import type { Student } from '../../../domain/student/student'

export const ASOF = '2022-06-10T06:05:00+08:00'
export const NOW = new Date('2022-06-10T09:00:00+08:00')

export function fact<Value>(value: Value, source = '测试') {
  return { value, asOf: ASOF, source }
}

/** All that sources can say of a student who has nothing left to do. */
export function clearedFacts(): Facts {
  return {
    arrears: fact([{ fee: 'tuition' as const, year: 2021, owedFen: 0 }]),
    card: fact({ balanceFen: 0 }),
    loans: fact([]),
    residence: fact({ building: '3 号楼', room: '412', bed: '2', checkedOutOn: '2022-06-09' }),
  }
}

function finished(state: string, by: Role): RequestBrief {
  return { id: 'DA220609-000001', state, version: 4, since: ASOF, by, note: '' }
}

/** What such a student has finished by requests. */
export function finishedRequests(): RequestBriefs {
  return {
    league: finished('done', 'leagueSecretary'),
    archive: finished('done', 'archives'),
    party: finished('done', 'partyOffice'),
    hukou: finished('moved', 'student'),
  }
}

/** The same with the college's word, so that they may leave. */
export function verifiedRequests(): RequestBriefs {
  return { ...finishedRequests(), verification: finished('verified', 'counsellor') }
}

export function student(
  traits: Student['traits'],
  facts: Facts,
  requests: RequestBriefs = finishedRequests(),
): Student {
  return {
    _id: '1907010216',
    cohort: '2022',
    name: '林知夏',
    college: '信息工程学院',
    className: '软件技术 1902 班',
    traits,
    facts,
    requests,
  }
}
