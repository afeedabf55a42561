import type * as v from 'valibot'
import type { Cohort, Item } from '../cohort/schema'
import type { Refusal } from '../errors'
import type { Role } from '../roles/people'
import type { Finding, Line, Turn } from '../sheet/sheet'
import type { Student } from '../student/student'
import type { FieldView } from './fields'
import type { Contents, ProcedureCode, RequestBrief, RequestOf } from './request'

/** Where a step is taken: the item with its dates, the student with their facts, the instant. */
export interface Situation {
  cohort: Cohort
  item: Item
  student: Student
  now: Date
  /** The required items of earlier steps that are neither done nor exempt. */
  lacking: readonly { code: string; title: string }[]
}

/** A step about to be taken, its input already through the transition's form. */
export interface Step<Code extends ProcedureCode, Input> extends Situation {
  request: RequestOf<Code> | null
  input: Input
}

/** A secret text to keep encrypted until a day, or the word to erase the one that is kept. */
export type SecretChange =
  { keep: string; kind: string; eraseOn: string } | { eraseOn: string } | 'erase'

/** What a step does besides moving the request. */
export interface Effect<Code extends ProcedureCode> {
  form?: Contents[Code]['form']
  outcome?: Contents[Code]['outcome']
  dueOn?: string
  secret?: SecretChange
}

/** One row of a procedure's table: who moves a request from where to where. */
export interface Transition<Code extends ProcedureCode = ProcedureCode, Input = never> {
  name: string
  /** `none`: there is no request yet. */
  from: readonly string[]
  to: string
  by: readonly Role[]
  /** The button. */
  label: string
  /** What the history says was done: 王海棠「同意」. */
  did: string
  tone?: 'primary' | 'quiet' | 'danger'
  /** Whether the person may or must say why; without it they are not asked. */
  note?: 'optional' | 'required'
  /** The usual reasons, one tap away. */
  usualNotes?: readonly string[]
  /** What is filled in becomes the request's form: filing, correcting, filing again. */
  files?: true
  /** What is filled in for it. */
  form?: v.GenericSchema<unknown, Input>
  /** The same as fields, for pages that draw any form. */
  fields?: readonly FieldView[]
  /** Where its form stands when not on the request's own page. */
  page?: 'filing' | 'inspection' | 'confirmation' | 'fields'
  /** Taken by another part of the system, not by a button on the request: a payout batch. */
  through?: 'payouts'
  /** After the item's deadline: still possible and marked late, or refused. Without it, no matter. */
  deadline?: 'late' | 'closed'
  /** Whoever took it may take it back within ten minutes without a reason, while nobody has acted on it. */
  undoable?: true
  /** The staff cannot take it back, with whatever reason: the bank has done it. */
  final?: true
  /** Whether it is a button at all for what was filed; `guard` refuses it for anything else. */
  suits?(request: RequestOf<Code>): boolean
  /** Why it cannot be done here and now, or null. */
  guard?(step: Step<Code, Input>): Refusal | null
  effect?(step: Step<Code, Input>): Effect<Code>
}

/** One state of a procedure's table: what it says, and what it means for the item. */
export interface State {
  waitsFor: Role | 'nobody'
  /** The first line of the student's page and the reason on the sheet. */
  says: (brief: RequestBrief) => string
  /** What follows: a whole sentence or two for the student. */
  explains: string
  /** What it means for the item; null leaves it to the facts alone. */
  item: { status: 'done' } | { status: 'pending'; turn: Turn } | null
  /** A fact that the item is done counts for more than this state. */
  yieldsToFacts?: true
  /** Another state that this one is as good as, in the light of what the facts say; else null. */
  asGoodAs?(found: Finding): string | null
  /** Red on both sides: something has to be put right. */
  bad?: true
  /** Beside the straight way: the state of the way that comes next once this is put right. */
  backTo?: string
}

/** States one after the other, with what is done in each. */
export type Way = readonly { state: string; label: string }[]

/** A procedure is a table: its form, its states, who may do what in each, and what each state means. */
export interface Procedure<Code extends ProcedureCode = ProcedureCode> {
  code: Code
  title: string
  /** Two letters that its reference numbers begin with. */
  prefix: string
  /** The page of the mini program where a student files it. */
  page: string
  /** What leads a student there, where it is more than filing for the item: 对数据有疑问. */
  entrance?: string
  states: Readonly<Record<string, State>>
  transitions: readonly Transition<Code>[]
  /** The straight way through, as the timeline shows what is still ahead. */
  way: Way
  /** Another way through, where one had to choose at filing. */
  otherWay?: Way
  /** Why there is nothing to file, a whole sentence; empty when there is. */
  blocked(situation: Situation): string
  /** What is known of the matter before anything is filed. */
  known(situation: Situation): Line[]
  /** One line for a worklist. */
  summary(request: RequestOf<Code>): string
  /** What was filed, for reading. */
  lines(request: RequestOf<Code>): Line[]
  /** What came of it, for reading. */
  results(request: RequestOf<Code>): Line[]
  photos(request: RequestOf<Code>): { filed: string[]; found: string[] }
}

/** A row of a table whose guard and effect know the output of its own form. */
export function transition<Code extends ProcedureCode>() {
  return <Input = undefined>(row: Transition<Code, Input>): Transition<Code> =>
    row as unknown as Transition<Code>
}
