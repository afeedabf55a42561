import type { StaffRole } from '../../../../../domain/roles/people'

/** What will come to each role's worklist, for as long as it is empty. */
export const COMING: Record<StaffRole, string> = {
  counsellor: '本班学生交来退宿、档案派遣的申请，或者步骤 1 全部办完等你核验时，会马上列在这里。',
  secretary: '辅导员同意的退宿申请、理好的档案，会马上列在这里等你办。',
  leagueSecretary: '学生交来团组织关系转接的申请，会马上列在这里。',
  dormManager: '退宿申请审核通过后，要检查的房间会马上列在这里。',
  finance: '学生交来一卡通退费的申请，或者问缴费数据，会马上列在这里。',
  librarian: '学生说书丢了，要你核价的会马上列在这里。',
  leagueCommittee: '学院报来的团组织关系转接，会马上列在这里。',
  archives: '学院移交来的档案，会马上列在这里等你寄出。',
  studentAffairs: '岗位没有人的申请，会马上列在这里，由你代办。',
  partyOffice: '学生党员交来组织关系转接的申请，会马上列在这里。',
  securityOffice: '学生交来户口迁移的申请，会马上列在这里。',
  administrator: '有数据要你决定时，会用微信告诉你，在「我的」里的「数据同步」决定。',
  auditor: '审计只看不办，这里不会有待办。',
  guard: '门卫扫码看离校凭证，这里不会有待办。扫一扫在「我的」里。',
}
