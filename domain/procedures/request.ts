import type { Role } from '../roles/people'
import type { FILED_CODES, PROCEDURE_CODES } from './codes'
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

/** Of those whose forms have types and pages of their own. */
interface OwnContents {
  dormCheckout: { form: DormCheckoutForm; outcome: DormCheckoutOutcome }
  cardRefund: { form: CardRefundForm; outcome: CardRefundOutcome }
}

export type ProcedureCode = (typeof PROCEDURE_CODES)[number]

/** Those of which a student has one request, whatever the items. */
export type FiledCode = (typeof FILED_CODES)[number]

/** The procedures whose forms are plain fields; one page draws them all. */
export type PlainCode = Exclude<ProcedureCode, keyof OwnContents>

/** What is typed into each procedure's requests, and what comes of them. No secrets: see `Secret`. */
export type Contents = OwnContents & Record<PlainCode, PlainContents>

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
  /** Name of the transition, or one of `WAYS_BACK`. */
  transition: string
  from: string
  to: string
  note: string
  /** Filed by a staff member for the student who stands at the desk (代办). */
  onBehalf?: true
}

/** What a step changes of a request. */
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

/** Where a request stood before a decision of the staff, and before the one before that. */
export interface Before<Form = unknown, Outcome = unknown> extends Standing<Form, Outcome> {
  previous?: Before<Form, Outcome>
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
  /** Before the decision that stands, while it can be taken back. */
  previous?: Before<Contents[Code]['form'], Contents[Code]['outcome']>
}

/** A request of any procedure, told apart by `procedure`. */
export type Request = { [Code in ProcedureCode]: RequestOf<Code> }[ProcedureCode]

/** What a student's own document keeps of a request: enough to derive the item. */
export interface RequestBrief {
  id: string
  state: string
  version: number
  since: string
  /** In which role somebody brought it to its state. */
  by: Role
  /** The reason with which they did; may be empty. */
  note: string
  /** What the staff gave as the reason of the last step, also when that only took another one back. */
  word?: Word
  /** What is still to be done, of what was granted on a condition. */
  condition?: string
  /** The last day of what was granted until a day; YYYY-MM-DD, Asia/Shanghai. */
  until?: string
  /** Codes of the items that the condition is about. */
  covers?: string[]
}

export type Word = Pick<HistoryEntry, 'role' | 'transition' | 'from' | 'note'>

/** What a brief keeps of an outcome, by name: a state says it, or the sheet decides by it. */
const TERMS = ['condition', 'until', 'covers'] as const

export type RequestBriefs = Partial<Record<RequestKey, RequestBrief>>

/** A decision that is taken back with a reason: a row that no table writes, see `waysBack`. */
export const TAKE_BACK = 'takeBack'

/** What the history calls a step that takes another one back: within ten minutes, or with a reason. */
const WAYS_BACK: readonly string[] = ['undo', TAKE_BACK]

/** Whether a step is of the table, and not one that takes another one back. */
function isOfTable({ transition }: Pick<HistoryEntry, 'transition'>): boolean {
  return !WAYS_BACK.includes(transition)
}

/** The steps that nobody has taken back, oldest first; the last one brought the request where it stands. */
export function standingSteps(history: readonly HistoryEntry[]): HistoryEntry[] {
  const standing: HistoryEntry[] = []
  for (const entry of history) {
    if (isOfTable(entry)) standing.push(entry)
    else standing.pop()
  }
  return standing
}

export function standingStep(history: readonly HistoryEntry[]): HistoryEntry | undefined {
  return standingSteps(history).pop()
}

export function briefOf({ _id, state, version, since, history, outcome }: Request): RequestBrief {
  const { role: by = 'student', note = '' } = standingStep(history) ?? {}
  const last = history[history.length - 1]
  const terms = TERMS.flatMap((name) => {
    const value = (outcome as Values)[name]
    return value === undefined ? [] : [[name, value]]
  })
  const brief = { id: _id, state, version, since, by, note, ...(last && wordOf(last)) }
  return { ...brief, ...Object.fromEntries(terms) } as RequestBrief
}

function wordOf({ role, transition, from, note }: HistoryEntry): Pick<RequestBrief, 'word'> {
  return role === 'student' || note === '' ? {} : { word: { role, transition, from, note } }
}
