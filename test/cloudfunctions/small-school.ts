import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ActionName, Answer, Input, Output } from '../../domain/api'
import {
  SCOPE_OF_ROLE,
  STAFF_ROLES,
  type Grant,
  type ScopeKind,
  type StaffMember,
  type StaffRole,
} from '../../domain/roles/people'
import type { DormCheckoutForm } from '../../domain/procedures/forms/dorm-checkout'
import type { Request } from '../../domain/procedures/request'
import type { Student } from '../../domain/student/student'
import { hashProof } from '../../cloudfunctions/shared/proof'
import { serveCloud, type LogEntry, type ServedCloud } from '../../local/cloud'
import { declaredCollections } from '../../local/collections'
import { functionEnvironment, templates } from '../../local/keys'
import { paths } from '../../tools/paths'
import { cohort2022 } from '../domain/cohort2022'
import { clearedFacts, finishedRequests } from '../domain/sheet/students'

export const MORNING = '2022-06-10T09:00:00+08:00'

/** Who is who in the small school: `own` looks after 林知夏's part of it, `foreign` after another. */
export type Reach = 'own' | 'foreign' | 'expired'

/** 林知夏's dorm check-out, which waits for the counsellor. */
export const OWN_REQUEST = 'TS220610-0WN000'
export const OWN_STUDENT = '1901010101'
export const FOREIGN_STUDENT = '1902010101'
export const ID_CARD_TAIL = '10021X'

const OWN: Record<ScopeKind, string[]> = {
  class: ['软件技术 1901 班'],
  college: ['信息工程学院'],
  building: ['3 号楼'],
  school: [],
}
const FOREIGN: Record<ScopeKind, string[]> = {
  class: ['数控技术 1901 班'],
  college: ['智能制造学院'],
  building: ['5 号楼'],
  school: [],
}

export const openidOf = (role: StaffRole, reach: Reach): string => `${reach}-${role}`
export const STUDENT_OPENID = 'student-own'

interface Bound {
  openid: string
}

/** A local cloud with two students and three staff members of each role, for tests of the functions. */
export class SmallSchool {
  /** What the functions have logged. */
  log: LogEntry[] = []

  private constructor(
    readonly cloud: ServedCloud,
    private readonly folder: string,
  ) {}

  /** Its timers go off only by hand, so that a minute that strikes comes into no test's way. */
  static async open(environment: Record<string, string> = {}): Promise<SmallSchool> {
    const folder = mkdtempSync(path.join(tmpdir(), 'small-school-'))
    const log: LogEntry[] = []
    const cloud = await serveCloud({
      dataDir: folder,
      functionsDir: paths.distFunctions,
      collections: declaredCollections(),
      // No systems to be asked, unless a test brings some.
      environment: { ...functionEnvironment(folder), FEEDS: 'none', ...environment },
      templates,
      now: MORNING,
      timers: 'hand',
      log: (entry) => log.push(entry),
    })
    const school = new SmallSchool(cloud, folder)
    school.log = log
    await school.seed()
    return school
  }

  /** Calls an action as the WeChat account, as a phone would. */
  async call<Name extends ActionName>(
    openid: string | null,
    name: Name,
    input: Input<Name> | object,
  ): Promise<Answer<Output<Name>>> {
    const [functionName = '', action] = name.split('.')
    const response = await fetch(`${this.cloud.url}/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(openid && { 'x-openid': openid }) },
      body: JSON.stringify({ action, input }),
    })
    const body = (await response.json()) as { result?: Answer<Output<Name>> }
    if (!body.result) throw new Error(`${name} failed: ${JSON.stringify(body)}`)
    return body.result
  }

  /**
   * Calls until there is an answer, as a phone does whose call was lost on the way: the same attempt
   * again. For crowds, which a busy machine does not answer within a function's time.
   */
  async callUntilAnswered<Name extends ActionName>(
    openid: string,
    name: Name,
    input: Input<Name> | object,
  ): Promise<Answer<Output<Name>>> {
    for (;;) {
      const answer = await this.call(openid, name, input).catch(() => null)
      if (answer && (answer.ok || answer.error.code !== 'UNAVAILABLE')) return answer
    }
  }

  /** A copy of everything stored, without what counts wrong tries. */
  contents(): Record<string, unknown[]> {
    const names = declaredCollections().map(({ name }) => name)
    return Object.fromEntries(
      names
        .filter((name) => name !== 'attempts')
        .map((name) => [name, this.cloud.store.find(name)]),
    )
  }

  /** A boarder of 林知夏's class and room with 86.40 yuan on the card, bound and with nothing filed. */
  async addBoarder(number: number, changes: Partial<Student> = {}): Promise<Student & Bound> {
    const [own] = students()
    if (!own) throw new Error('the small school has nobody')
    const base = { ...own, requests: finishedRequests() }
    const fed = <Value>(value: Value) => ({ value, asOf: MORNING, source: '测试' })
    const student = {
      ...base,
      _id: String(1_901_020_000 + number),
      name: `同学${number}`,
      facts: {
        ...base.facts,
        card: fed({ balanceFen: 8_640 }),
        residence: fed({ building: '3 号楼', room: '412', bed: '1', checkedOutOn: null }),
      },
      openid: `boarder-${number}`,
      ...changes,
    }
    await this.cloud.store.put('students', [student])
    return student
  }

  /** A phone's upload, and what it may then name in a call. */
  async upload(openid: string, name: string, content: Uint8Array): Promise<string> {
    const headers = { 'x-openid': openid }
    const body = JSON.stringify({ action: 'storage.getUploadMetadata', path: name })
    const permit = await fetch(`${this.cloud.url}/client/storage`, {
      method: 'POST',
      headers,
      body,
    })
    const { data } = (await permit.json()) as { data: Record<string, string> }
    const form = new FormData()
    form.set('key', name)
    form.set('Signature', data.authorization ?? '')
    form.set('x-cos-security-token', data.token ?? '')
    form.set('x-cos-meta-fileid', data.cosFileId ?? '')
    form.set('file', new Blob([Uint8Array.from(content)]))
    await fetch(data.url ?? '', { method: 'POST', body: form })
    return data.fileId ?? ''
  }

  /** Whether a stored file is still there, as its owner's phone finds out. */
  async isThere(openid: string, fileId: string): Promise<boolean> {
    const headers = { 'x-openid': openid }
    const body = JSON.stringify({
      action: 'storage.batchGetDownloadUrl',
      file_list: [{ fileid: fileId }],
    })
    const answer = await fetch(`${this.cloud.url}/client/storage`, {
      method: 'POST',
      headers,
      body,
    })
    const { data } = (await answer.json()) as { data: { download_list: { code: string }[] } }
    return data.download_list[0]?.code !== 'STORAGE_FILE_NONEXIST'
  }

  async close(): Promise<void> {
    await this.cloud.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Puts everybody back to where they were in the beginning. */
  async seed(): Promise<void> {
    const { store } = this.cloud
    await store.put('cohorts', [cohort2022])
    await store.put('students', students())
    await store.put('requests', [ownRequest()])
    await store.put('staff', staffMembers())
    await store.put('bindings', [
      { _id: STUDENT_OPENID, person: `student:${OWN_STUDENT}`, boundAt: MORNING },
      ...staffMembers().map(({ _id, openid }) => ({
        _id: openid ?? '',
        person: `staff:${_id}`,
        boundAt: MORNING,
      })),
    ])
  }

  /** Adds a student who has not bound yet, with a proof to bind by. */
  async enrol(studentNo: string, name: string): Promise<void> {
    const [, stranger] = students()
    await this.cloud.store.put('students', [{ ...stranger, _id: studentNo, name }])
    const proof = await hashProof(ID_CARD_TAIL)
    await this.cloud.store.put('proofs', [
      { _id: `student:${studentNo}`, ...proof, eraseOn: '2022-12-31' },
    ])
  }
}

function students(): Student[] {
  const facts = clearedFacts()
  const living = (building: string): Student['facts'] => ({
    ...facts,
    ...(facts.residence && {
      residence: { ...facts.residence, value: { ...facts.residence.value, building } },
    }),
  })
  const own: Student = {
    _id: OWN_STUDENT,
    cohort: '2022',
    name: '林知夏',
    college: '信息工程学院',
    className: '软件技术 1901 班',
    traits: ['boarder'],
    facts: living('3 号楼'),
    requests: {
      ...finishedRequests(),
      dormCheckout: {
        id: OWN_REQUEST,
        state: 'counsellor',
        version: 1,
        since: MORNING,
        by: 'student',
        note: '',
      },
    },
    openid: STUDENT_OPENID,
  }
  const { openid: _, ...unbound } = { ...own, requests: finishedRequests() }
  return [
    own,
    {
      ...unbound,
      _id: FOREIGN_STUDENT,
      name: '许沐阳',
      college: '智能制造学院',
      className: '数控技术 1901 班',
      facts: living('5 号楼'),
    },
  ]
}

/** A check-out as its student files it. */
export function dormForm(): DormCheckoutForm {
  return {
    leaveOn: '2022-06-18',
    slot: 'morning',
    keys: 2,
    phone: '13800000000',
    checklist: [
      { thing: '床', condition: 'good' },
      { thing: '桌', condition: 'damaged' },
    ],
    photos: [],
    remarks: '',
  }
}

function ownRequest(): Request {
  const [{ _id: studentNo, name, college, className } = never()] = students()
  return {
    _id: OWN_REQUEST,
    procedure: 'dormCheckout',
    cohort: '2022',
    student: { studentNo, name, college, className, building: '3 号楼', room: '412', bed: '2' },
    version: 1,
    state: 'counsellor',
    waitsFor: 'counsellor',
    since: MORNING,
    dueOn: '2022-06-18',
    late: false,
    form: dormForm(),
    outcome: {},
    history: [
      {
        at: MORNING,
        by: `student:${studentNo}`,
        role: 'student',
        name,
        transition: 'file',
        from: 'none',
        to: 'counsellor',
        note: '',
      },
    ],
  }
}

function never(): never {
  throw new Error('the small school has nobody')
}

function staffMembers(): StaffMember[] {
  return STAFF_ROLES.flatMap((role, index) =>
    (['own', 'foreign', 'expired'] as const).map((reach, offset) => ({
      _id: String(20_080_000 + index * 10 + offset),
      name: `教职工${index}${offset}`,
      grants: [grantFor(role, reach)],
      openid: openidOf(role, reach),
    })),
  )
}

function grantFor(role: StaffRole, reach: Reach): Grant {
  const kind = SCOPE_OF_ROLE[role]
  const values = (reach === 'foreign' ? FOREIGN : OWN)[kind]
  return { role, scope: { kind, values }, ...(reach === 'expired' && { until: '2022-06-09' }) }
}
