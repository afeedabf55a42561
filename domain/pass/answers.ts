/** The exit pass (离校凭证) as its student sees it. */
export interface PassAnswer {
  school: string
  /** 2022 届 */
  cohort: string
  student: { studentNo: string; name: string; className: string; initials: string }
  /** Null while something is missing. */
  pass: Pass | null
  /** Titles of the required items that are not finished, in the order of the sheet. */
  missing: string[]
  /** The server's instant the answer was made at, ISO. */
  now: string
}

export interface Pass {
  /** What the QR code says; means nothing to anybody but the server, and lives a minute. */
  token: string
  /** Instant, ISO: from it on the token opens no gate. */
  expiresAt: string
  /** Instant of the last entry that made the sheet complete, ISO; null when only feeds did. */
  doneAt: string | null
  /** What is still to be done and until when, where they may leave on a condition; else null. */
  condition: string | null
}

export const VERDICTS = ['allowed', 'pending', 'expired', 'forged'] as const

/** What a scan says: may leave; something is missing; the code is too old; no code of ours. */
export type Verdict = (typeof VERDICTS)[number]

export interface ScanAnswer {
  verdict: Verdict
  /** Null for a code that is not ours. */
  student: { name: string; className: string } | null
  /** One sentence why, and what to do. */
  reason: string
  /** Instant of the scan, ISO. */
  at: string
}

/** The printed sheet (离校单 PDF), to be downloaded at once. */
export interface CertificateAnswer {
  url: string
  /** Instant at which the link dies, ISO. */
  expiresAt: string
}
