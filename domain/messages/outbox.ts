import type { SourceCode } from '../feeds/source'
import type { StaffRole } from '../roles/people'
import type { Subject } from '../roles/scope'

/** What a subscription message is about; each kind has its template at WeChat. */
export type MessageKind = 'result' | 'turn'

/**
 * A message is true for one version of a request, while an item of a student is pending, or while a run
 * of a source waits for somebody's decision.
 */
export type Validity =
  { request: string; version: number } | { student: string; item: string } | { heldOf: SourceCode }

/** A message that waits to be sent, and afterwards the student's copy of it. */
export interface OutboxMessage {
  /** `<what it is about>#<to whom>`, so that each message is made once. */
  _id: string
  kind: MessageKind
  /** The student whom it is for, `student:1907010216`; empty when it is for a role. */
  person: string
  /** The call that made it, for messages to many: a repeat of the call makes none a second time. */
  call?: string
  /** The role whose turn it is, for the student it is about; without one, whoever has it anywhere. */
  role?: { role: StaffRole; subject?: Subject }
  /** What it is true for: overtaken, it is not sent. */
  about: Validity
  /** 退宿 */
  title: string
  /** 等学院书记审核 */
  text: string
  /** What WeChat's own message says of it, where the whole text would be cut before the reason. */
  short?: string
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
