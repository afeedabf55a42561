import type { StaffRole } from '../roles/people'
import type { Subject } from '../roles/scope'

/** What a subscription message is about; each kind has its template at WeChat. */
export type MessageKind = 'result' | 'turn'

/** A message that waits to be sent, and afterwards the student's copy of it. */
export interface OutboxMessage {
  /** `<request>#<version>#<to whom>`, so that a step makes each of its messages once. */
  _id: string
  kind: MessageKind
  /** The student whom it is for, `student:1907010216`; empty when it is for a role. */
  person: string
  /** The role whose turn it is, for the student it is about. */
  role?: { role: StaffRole; subject: Subject }
  /** The request it is about, and the version it is true for: overtaken, it is not sent. */
  request: string
  version: number
  /** 退宿 */
  title: string
  /** 等学院书记审核 */
  text: string
  /** The page of the mini program that it opens. */
  page: string
  /** When it was written; instant, ISO. */
  at: string
  state: 'due' | 'sent' | 'over'
  /** When it is to be tried next; instant, ISO. */
  dueAt: string
  tries: number
  /** Who needs no further try: those it reached, and those who do not want it. */
  settled: string[]
  /** WeChat's last error, for the log of the school's engineer; never shown. */
  error?: string
}
