import type { Grant, StaffMember, StaffRole } from '../../domain/roles/people'
import { CLASS_NAME, COLLEGE } from './class'

export type DemoStaff = StaffMember & { openid: string }

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
