import type { Fields, Values } from './fields'
import type { Effect, Procedure, Situation, State, Step, Transition } from './procedure'
import type { PlainCode, RequestOf } from './request'

/** A row of such a table: its fields say both what is asked and how it is checked. */
export interface PlainRow extends Pick<
  Transition,
  | 'name'
  | 'from'
  | 'to'
  | 'by'
  | 'label'
  | 'did'
  | 'tone'
  | 'note'
  | 'usualNotes'
  | 'files'
  | 'deadline'
  | 'undoable'
> {
  fields?: Fields
  /** What is filled in joins what was filed: the photos of a further question. */
  adds?: true
  /** What is kept beside what is filled in: what was so when it was. */
  keeps?(step: Step<PlainCode, Values>): Values
  suits?(request: RequestOf<PlainCode>): boolean
  guard?(step: Step<PlainCode, Values>): ReturnType<NonNullable<Transition['guard']>>
}

export interface PlainTable {
  code: PlainCode
  title: string
  entrance?: string
  prefix: string
  states: Readonly<Record<string, State>>
  rows: readonly PlainRow[]
  way: Procedure['way']
  otherWay?: Procedure['way']
  /** One line for a worklist. */
  summary(form: Values, outcome: Values): string
  blocked?(situation: Situation): string
  known?: Procedure['known']
}

const PAGE = '/packages/requests/pages/procedure/procedure'

/** Makes a procedure of a table of plain fields. */
export function plain<Code extends PlainCode>(table: PlainTable & { code: Code }): Procedure<Code> {
  const { code, title, entrance, prefix, states, rows, way, otherWay } = table
  const filings = fieldsOf(rows.filter(({ files }) => files))
  const steps = fieldsOf(rows.filter(({ files }) => !files))
  const procedure: Procedure<PlainCode> = {
    code,
    title,
    prefix,
    states,
    way,
    page: `${PAGE}?code=${code}`,
    ...(entrance && { entrance }),
    ...(otherWay && { otherWay }),
    transitions: rows.map(toTransition),
    blocked: table.blocked ?? (() => ''),
    known: table.known ?? (() => []),
    summary: ({ form, outcome }) => table.summary(form, outcome),
    lines: ({ form }) => filings.flatMap((each) => each.lines(form)),
    results: ({ outcome }) => steps.flatMap((each) => each.lines(outcome)),
    photos: ({ form, outcome }) => ({ filed: picturesOf(form), found: picturesOf(outcome) }),
  }
  return procedure as unknown as Procedure<Code>
}

function toTransition({ fields, adds, keeps, ...row }: PlainRow): Transition<PlainCode> {
  if (!fields && !keeps) return row
  const effect = (step: Step<PlainCode, Values | undefined>): Effect<PlainCode> => {
    const input = { ...step.input, ...keeps?.(step as Step<PlainCode, Values>) }
    if (row.files) return { form: input, outcome: {} }
    if (adds) return { form: joined(step.request?.form ?? {}, input) }
    return { outcome: { ...outcomeOf(step.request), ...input } }
  }
  const form = fields && { form: fields.schema, fields: fields.views, page: 'fields' }
  return { ...row, ...form, effect } as unknown as Transition<PlainCode>
}

function outcomeOf(request: RequestOf<PlainCode> | null): Values {
  return request?.outcome ?? {}
}

/** Lists get longer, all else is as it was filled in last. */
function joined(before: Values, added: Values): Values {
  const longer = Object.entries(added).map(([name, value]) => {
    const known = before[name]
    return [name, Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value]
  })
  return { ...before, ...(Object.fromEntries(longer) as Values) }
}

/** Each form once: correcting asks for the same fields as filing. */
function fieldsOf(rows: readonly PlainRow[]): Fields[] {
  return [...new Set(rows.flatMap(({ fields }) => fields ?? []))]
}

function picturesOf(values: Values): string[] {
  return Object.values(values)
    .flat()
    .filter((value) => typeof value === 'string')
    .filter((value) => value.startsWith('cloud://'))
}
