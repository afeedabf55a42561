/** Whose phones the tests hold; all of class 软件技术 1902 班 or in charge of it. */
export const LIN = 'demo-student-linzhixia'
export const XU = 'demo-student-xumuyang'
export const COUNSELLOR = 'demo-staff-counsellor'
export const SECRETARY = 'demo-staff-secretary'
export const DORM_MANAGER = 'demo-staff-dormManager'
export const FINANCE = 'demo-staff-finance'
export const LEAGUE_SECRETARY = 'demo-staff-leagueSecretary'
export const LEAGUE_COMMITTEE = 'demo-staff-leagueCommittee'
export const PARTY_OFFICE = 'demo-staff-partyOffice'
export const ARCHIVES = 'demo-staff-archives'
export const SECURITY_OFFICE = 'demo-staff-securityOffice'
export const GUARD = 'demo-staff-guard'
/** 沈清和, who has none of the traits. */
export const SHEN = 'demo-student-shenqinghe'
export const STUDENT_AFFAIRS = 'demo-staff-studentAffairs'
export const ADMINISTRATOR = 'demo-staff-administrator'

/** 柳知行, a counsellor of the same class, before anybody has bound them. */
export const NEW_STAFF = 'new-staff'
