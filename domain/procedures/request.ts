import type { Role } from '../roles/people'
import type { Values } from './fields'
import type { CardRefundForm, CardRefundOutcome } from './forms/card-refund'
import type { DormCheckoutForm } from './forms/dorm-checkout'
import type { DormCheckoutOutcome } from './forms/inspection'
import type { RegisteredItem, RequestKey } from './matter'

/** Of a procedure whose forms are declared as plain fields. */
interface PlainContents {
  form: Values
  outcome: Values
}

/** What is typed into each procedure's requests, and what comes of them. No secrets: see `Secret`. */
export interface Contents {
  dormCheckout: { form: DormCheckoutForm; outcome: DormCheckoutOutcome }
  cardRefund: { form: CardRefundForm; outcome: CardRefundOutcome }
  feeQuestion: PlainContents
  bookLoss: PlainContents
  league: PlainContents
  party: PlainContents
  archive: PlainContents
  hukou: PlainContents
  verification: PlainContents
  register: PlainContents
}

export type ProcedureCode = keyof Contents

/** Those of which a student has one request, whatever the items. */
export type FiledCode = Exclude<ProcedureCode, 'register'>

/** As much of a student as a worklist shows and a scope is decided by, as it was at filing. */
export interface StudentBrief {
  studentNo: string
  name: string
  college: string
  className: string
  building?: string
  room?: string
  bed?: string
}

/** One line of the history that both sides read. */
export interface HistoryEntry {
  /** Instant, ISO. */
  at: string
  /** `student:1907010216`, `staff:20081001` */
  by: string
  role: Role
  name: string
  /** Name of the transition, or `undo`. */
  transition: string
  from: string
  to: string
  note: string
  /** Filed by a staff member for the student who stands at the desk (代办). */
  onBehalf?: true
}

/** What a step changes of a request, kept so that the step can be taken back. */
export interface Standing<Form = unknown, Outcome = unknown> {
  state: string
  /** Whose turn it is. */
  waitsFor: Role | 'nobody'
  /** Instant at which it came into its state, ISO. */
  since: string
  /** The day it is wanted for; worklists are in its order. YYYY-MM-DD, Asia/Shanghai. */
  dueOn: string
  /** Filed after the item's deadline. */
  late: boolean
  form: Form
  outcome: Outcome
}

/** A request (申请): what a student files. One a procedure and student, filed again after a withdrawal. */
export interface RequestOf<Code extends ProcedureCode> extends Standing<
  Contents[Code]['form'],
  Contents[Code]['outcome']
> {
  /** The reference number: `TS220610-7K3M9Q`. */
  _id: string
  procedure: Code
  /** Which item it registers. */
  item?: RegisteredItem
  cohort: string
  student: StudentBrief
  /** Grows by one with each step; a step is taken from the version that its person has seen. */
  version: number
  /** Oldest first. */
  history: HistoryEntry[]
  /** Before the last step, while that can be undone. */
  previous?: Standing<Contents[Code]['form'], Contents[Code]['outcome']>
}

/** A request of any procedure, told apart by `procedure`. */
export type Request = { [Code in ProcedureCode]: RequestOf<Code> }[ProcedureCode]

/** What a student's own document keeps of a request: enough to derive the item. */
export interface RequestBrief {
  id: string
  state: string
  version: number
  since: string
  /** The last reason that somebody gave; may be empty. */
  note: string
  /** What is still to be done, of what was granted on a condition. */
  condition?: string
  /** The last day of what was granted until a day; YYYY-MM-DD, Asia/Shanghai. */
  until?: string
  /** Codes of the items that the condition is about. */
  covers?: string[]
}

/** What a brief keeps of an outcome, by name: a state says it, or the sheet decides by it. */
const TERMS = ['condition', 'until', 'covers'] as const

export type RequestBriefs = Partial<Record<RequestKey, RequestBrief>>

export function briefOf({ _id, state, version, since, history, outcome }: Request): RequestBrief {
  const terms = TERMS.flatMap((name) => {
    const value = (outcome as Values)[name]
    return value === undefined ? [] : [[name, value]]
  })
  const note = history[history.length - 1]?.note ?? ''
  return { id: _id, state, version, since, note, ...Object.fromEntries(terms) } as RequestBrief
}
