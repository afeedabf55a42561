/** What is written down about one change, or one look at a secret. Append-only. */
export interface AuditEntry {
  /** About whom: `student:1907010216`, `staff:20081001`, `feed:finance`, or `school`. */
  person: string
  /** Who did it: a person like above, or `system` for a timer. */
  by: string
  /** The role they did it in; `nobody` before they are bound. */
  role: string
  /** The action of the contract, or the job of a timer. */
  action: string
  why: string
  /** What it was and what it became, without secrets. */
  before: Record<string, string>
  after: Record<string, string>
}

/** An entry in the chain of its person; each record carries the hash of the one before it. */
export interface AuditRecord extends AuditEntry {
  /** `<person>#<seq>`, so that the database refuses a second record in the same place. */
  _id: string
  /** From 1, without gaps. */
  seq: number
  /** Instant, ISO. */
  at: string
  /** Hash of the record before it, empty for the first. */
  previous: string
  /** SHA-256 (hex) over everything above. */
  hash: string
}

/** The last record of a person's chain. */
export interface ChainHead {
  /** The person. */
  _id: string
  seq: number
  /** When that record was written; instant, ISO. */
  at: string
  hash: string
}

/** All chain heads of a day under one root, each seal carrying the one before it. */
export interface Seal {
  /** Day in Asia/Shanghai. */
  _id: string
  /** Instant, ISO: the records up to it are under the seal. */
  at: string
  chains: number
  /** SHA-256 over the heads in order of their person. */
  root: string
  previous: string
  hash: string
}

export interface TrailAnswer {
  records: Omit<AuditRecord, 'previous'>[]
  /** Whether the chain is whole: nothing removed, changed or added. */
  whole: boolean
}
