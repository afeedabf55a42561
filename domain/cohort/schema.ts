import * as v from 'valibot'
import { PROCEDURE_CODES } from '../procedures/codes'
import { REGISTRARS } from '../procedures/registrars'
import { FEES } from '../student/facts'
import { TRAITS } from '../student/traits'
import {
  appId,
  code,
  day,
  days,
  flag,
  list,
  oneOf,
  phone,
  record,
  someOf,
  text,
  years,
} from './fields'

/** How an item learns that it is done; each kind has its rule in `domain/sheet/rules/`. */
const ruleSchema = v.variant(
  'kind',
  [
    record({ kind: v.literal('arrears'), fees: someOf(oneOf(FEES)) }),
    record({
      kind: v.literal('card'),
      /** The day whose report says what is paid back. */
      reportOn: day,
      /** How long a bank account number is kept: after the report while unpaid, and after payment. */
      accountKept: record({ unpaidDays: days, paidDays: days }),
    }),
    record({ kind: v.literal('loans') }),
    record({
      kind: v.literal('residence'),
      /** What is looked at in a room. */
      things: someOf(text),
    }),
    record({ kind: v.literal('completion') }),
    record({
      kind: v.literal('verification'),
      /** Whether the college may verify on a named condition (有条件通过). */
      conditional: v.optional(flag, false),
    }),
  ],
  '应为 arrears、card、loans、residence、completion、verification 之一',
)

/** When an item can be done: until a day, or in the notice's own words while no day is set (待定). */
const windowSchema = v.union(
  [record({ from: v.optional(day), to: day }), record({ undated: text })],
  '应写截止日期 to，或用 undated 写明还没有定',
)

/** Something to copy or open outside the mini program. */
const linkSchema = record({
  kind: oneOf(['website', 'officialAccount', 'miniProgram', 'portal']),
  name: text,
  address: text,
  /** Of a mini program that ours may open; without it its name is copied. */
  appId: v.optional(appId),
})

/** A paragraph of 办理说明; with traits, only students who have all of them read it. */
const paragraphSchema = record({ text, traits: v.optional(list(oneOf(TRAITS)), []) })

/** What a student reads and signs, and for how many years it then holds. */
const pledgeSchema = record({ title: text, paragraphs: someOf(text), years })

const guidanceSchema = record({
  place: v.optional(text),
  hours: v.optional(text),
  links: v.optional(list(linkSchema), []),
  paragraphs: someOf(paragraphSchema),
  milestones: v.optional(list(record({ on: day, text })), []),
  pledge: v.optional(pledgeSchema),
  /** What happens once the student has done their part. */
  afterwards: v.optional(text),
})

const itemSchema = record({
  code,
  title: text,
  step: v.pipe(v.number('应为步骤的序号'), v.integer('应为步骤的序号')),
  required: flag,
  appliesTo: v.optional(list(oneOf(TRAITS)), []),
  rule: ruleSchema,
  /** What a student files to have it done. */
  procedure: v.optional(oneOf(PROCEDURE_CODES)),
  /** Who puts it on record, where the procedure is 部门登记; without it 学生处. */
  registrar: v.optional(oneOf(REGISTRARS)),
  /** What the student is asked to do, as the rest of a sentence that may follow a deadline. */
  todo: text,
  window: v.optional(windowSchema),
  department: text,
  contacts: v.optional(list(record({ name: text, phones: someOf(phone) })), []),
  responsibility: v.optional(code),
  guidance: guidanceSchema,
  /** Fields that the notice does not state and the college has still to confirm. */
  toConfirm: v.optional(list(oneOf(['required', 'window', 'contacts', 'guidance', 'rule'])), []),
})

export const cohortShape = record({
  _id: v.pipe(v.string('应为届别'), v.regex(/^\d{4}$/, '应为四位年份')),
  name: text,
  school: text,
  /** The ways to the sheet, tap by tap. */
  entrances: someOf(record({ name: text, path: someOf(text) })),
  notice: record({
    title: text,
    issuedBy: text,
    issuedOn: day,
    aim: text,
    remarks: list(text),
  }),
  /** 重要事项, shown on top of the sheet through the day `until`. */
  important: list(record({ text, until: v.optional(day) })),
  steps: someOf(record({ title: text })),
  items: someOf(itemSchema),
  /** 第二部分 工作职责 */
  responsibilities: list(record({ code, departments: someOf(text), duty: text })),
})

export type Cohort = v.InferOutput<typeof cohortShape>
export type Item = Cohort['items'][number]
export type Rule = Item['rule']
export type RuleKind = Rule['kind']
export type Window = NonNullable<Item['window']>
export type Guidance = Item['guidance']
export type Pledge = NonNullable<Guidance['pledge']>
