import type { Values } from '../../domain/procedures/fields'
import { stateOf, transitionsFrom } from '../../domain/procedures/advance'
import { briefOf, type HistoryEntry, type Request } from '../../domain/procedures/request'
import { studentBriefOf } from '../../domain/procedures/student-brief'
import { tableOf } from '../../domain/procedures/tables'
import { beforeOf, isDecision } from '../../domain/procedures/way-back'
import type { Role } from '../../domain/roles/people'
import type { Student } from '../../domain/student/student'
import { demoStaff } from './staff'

/** What students of the roster have finished before the first morning. */
export type FinishedCode = 'league' | 'party' | 'archive' | 'hukou' | 'verification'

/** Who took which step, and what was filled in. The last one finished it. */
type Stride = [by: Role, transition: string, filledIn?: Values]

const STRIDES: Record<FinishedCode, Stride[]> = {
  league: [
    ['student', 'file', { kind: 'community', organisation: '东山街道团工委', applied: true }],
    ['leagueSecretary', 'approve'],
    ['leagueCommittee', 'stamp'],
    ['leagueSecretary', 'giveBack'],
  ],
  party: [
    [
      'student',
      'file',
      { organisation: '中共东山街道工作委员会', letterHead: '中共江宁区委组织部' },
    ],
    ['partyOffice', 'register', { letterNo: '2022-0101', validUntil: '2022-09-08' }],
  ],
  archive: [
    [
      'student',
      'file',
      {
        unit: '江宁区人才服务中心',
        address: '南京市江宁区东山街道',
        contact: '档案窗口',
        phone: '025-00390005',
        postCode: '211100',
      },
    ],
    ['counsellor', 'pack', { materials: ['transcript', 'registration', 'physical'] }],
    ['secretary', 'handOver'],
    ['archives', 'post', { tracking: '1234567890123' }],
  ],
  hukou: [
    ['student', 'file', { destination: '江苏省南京市江宁区东山街道' }],
    ['securityOffice', 'permit'],
    ['student', 'declare', { movedOn: '2022-06-08' }],
  ],
  verification: [['counsellor', 'verify']],
}

/** In place of posting, for who takes the archive to the next college. */
const GIVEN: Stride = ['archives', 'giveInPerson']

const HOUR_MS = 60 * 60_000

/** When the last step of all was taken, an hour after the one before it. */
const LAST_STEP = Date.parse('2022-06-09T16:20:00+08:00')

/** A student who has finished these, and the requests that say so. */
export function withFinished<Someone extends Student>(
  student: Someone,
  codes: readonly FinishedCode[],
): { student: Someone; requests: Request[] } {
  const requests = codes.map((code) => finishedRequest(student, code))
  if (requests.length === 0) return { student, requests }
  const briefs = requests.map((request) => [request.procedure, briefOf(request)] as const)
  return { student: { ...student, requests: Object.fromEntries(briefs) }, requests }
}

function stridesOf({ traits }: Student, code: FinishedCode): Stride[] {
  const strides = STRIDES[code]
  return code === 'archive' && traits.includes('upgrade')
    ? [...strides.slice(0, -1), GIVEN]
    : strides
}

function finishedRequest(student: Student, code: FinishedCode): Request {
  const strides = stridesOf(student, code)
  const request = strides.reduce<Request | null>((before, stride, index) => {
    const at = LAST_STEP - (strides.length - 1 - index) * HOUR_MS
    return stepped(student, code, before, stride, new Date(at).toISOString())
  }, null)
  if (!request) throw new Error(`${code} is finished by nobody`)
  return request
}

/** As `advance` would have left it, with less work: a roster has thousands of these. */
function stepped(
  student: Student,
  code: FinishedCode,
  before: Request | null,
  [role, transition, filledIn = {}]: Stride,
  at: string,
): Request {
  const table = tableOf(code)
  const from = before?.state ?? 'none'
  const row = transitionsFrom(table, before).find(({ name }) => name === transition)
  if (!row?.by.includes(role))
    throw new Error(`${code} has no ${transition} from ${from} by ${role}`)
  const who = role === 'student' ? ownOf(student) : staffOf(role)
  const entry: HistoryEntry = { at, ...who, role, transition, from, to: row.to, note: '' }
  const { _id: studentNo, cohort } = student
  return {
    _id: `${table.prefix}220609-${letters(studentNo)}`,
    procedure: code,
    cohort,
    student: studentBriefOf(student),
    state: row.to,
    waitsFor: stateOf(table, row.to).waitsFor,
    since: at,
    dueOn: '2022-06-22',
    late: false,
    form: row.files ? filledIn : (before?.form ?? {}),
    outcome: row.files ? {} : { ...before?.outcome, ...filledIn },
    version: (before?.version ?? 0) + 1,
    history: [...(before?.history ?? []), entry],
    ...(before && isDecision(row, role) && { previous: beforeOf(before) }),
  } as Request
}

/** As many as every number ends with, and others for every student. */
function letters(studentNo: string): string {
  return Number(studentNo.slice(2)).toString(36).toUpperCase().padStart(6, '0')
}

function ownOf({ _id, name }: Student): Pick<HistoryEntry, 'by' | 'name'> {
  return { by: `student:${_id}`, name }
}

const STAFF = demoStaff()

function staffOf(role: Role): Pick<HistoryEntry, 'by' | 'name'> {
  const member = STAFF.find(({ grants }) => grants.some((grant) => grant.role === role))
  if (!member) throw new Error(`nobody is ${role}`)
  return { by: `staff:${member._id}`, name: member.name }
}
