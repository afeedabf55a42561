import type { ActionName } from '../../domain/api'
import type { AuditRecord, ChainHead, Seal } from '../../domain/audit/record'
import type { Draft, Publication } from '../../domain/cohort/draft'
import type { Cohort } from '../../domain/cohort/schema'
import type { RejectView } from '../../domain/feeds/answers'
import type { Feed } from '../../domain/feeds/feed'
import type { Run } from '../../domain/feeds/run'
import type { Binding, StaffMember } from '../../domain/roles/people'
import type { Verdict } from '../../domain/pass/answers'
import type { Certificate } from '../../domain/pass/certificate'
import type { OutboxMessage } from '../../domain/messages/outbox'
import type { PayoutBatch } from '../../domain/procedures/payout'
import type { Request } from '../../domain/procedures/request'
import type { Day } from '../../domain/statistics/days'
import type { Tally } from '../../domain/statistics/tally'
import type { Student } from '../../domain/student/student'
import type { Sealed } from './keyring'

/** The collections and what their documents are; `collections.json` declares the same names. */
export interface Documents {
  students: Student
  tallies: Tally
  days: Day
  feeds: Feed
  runs: Run
  rejects: Rejects
  signatures: UsedSignature
  staff: StaffMember
  bindings: Binding
  cohorts: Cohort
  drafts: Draft
  publications: Publication
  audit: AuditRecord
  chains: ChainHead
  seals: Seal
  answers: KeptAnswer
  secrets: Secret
  proofs: IdentityProof
  attempts: Attempts
  codes: StaffCode
  requests: Request
  outbox: OutboxMessage
  batches: PayoutBatch
  scans: Scan
  certificates: Certificate
  downloads: Download
}

/** What a change was answered, kept so that a repeat of it answers the same. */
export interface KeptAnswer {
  /** `<who asked>:<request id>` */
  _id: string
  action: ActionName
  sealed: Sealed
  /** Instant, ISO. */
  at: string
}

/** Sensitive personal information (PIPL art. 28): readable with the key alone, and not for ever. */
export interface Secret {
  _id: string
  /** Whose: `student:1907010216`. */
  person: string
  /** What it is: `银行卡号`. */
  kind: string
  sealed: Sealed
  /** The day on which it is erased; YYYY-MM-DD, Asia/Shanghai. */
  eraseOn: string
}

/** A secret that can be checked but not read: a salted scrypt hash with its cost. */
export interface ScryptHash {
  salt: string
  hash: string
  n: number
  r: number
  p: number
}

/** The last six of an ID card, as a hash. */
export interface IdentityProof extends ScryptHash {
  /** `student:1907010216` */
  _id: string
  /** The day on which it is erased; YYYY-MM-DD, Asia/Shanghai. */
  eraseOn: string
}

/** When somebody tried to prove who they are. */
export interface Attempts {
  /** A WeChat account or a person. */
  _id: string
  /** Instants, ISO. */
  tries: string[]
}

/** The one-time code of a staff member, as a hash. */
export interface StaffCode extends ScryptHash {
  /** Staff number. */
  _id: string
  /** Instant, ISO. */
  expiresAt: string
}

/** One look at an exit pass at the gate. */
export interface Scan {
  /** `<the guard>:<request id>` */
  _id: string
  /** Instant, ISO. */
  at: string
  /** Who scanned: `staff:20081014`. */
  by: string
  /** Student number; absent for a code that is not ours. */
  student?: string
  verdict: Verdict
}

/** A file that is kept for a while: to be fetched, or until what was sent up is used. */
export interface Download {
  /** Its id in the storage, `cloud://…`. */
  _id: string
  /** From this instant on it may be removed; ISO. */
  expiresAt: string
}

/** Rows of a run that could not be used, some of them: a document holds no more. */
export interface Rejects {
  /** `<run>#<place>` */
  _id: string
  run: string
  rows: RejectView[]
  /** Instant, ISO. */
  at: string
}

/** What a source has signed, so that nobody sends it again. */
export interface UsedSignature {
  _id: string
  /** Instant, ISO. */
  at: string
}
