import type { PartChange } from '../../../../domain/cohort/edit'
import type { Cohort, Item, Pledge } from '../../../../domain/cohort/schema'
import { fits, holderOf, needsProcedure } from '../../../../domain/cohort/fit'
import { PROCEDURE_CODES } from '../../../../domain/procedures/codes'
import { REGISTRARS } from '../../../../domain/procedures/registrars'
import { ROLE_NAMES } from '../../../../domain/roles/people'
import {
  choice,
  day,
  digits,
  line,
  lines,
  several,
  type Field,
  type FieldView,
} from '../../../../domain/procedures/fields'
import { tableOf } from '../../../../domain/procedures/tables'
import type { Typed } from '../../../components/field-form/typed'
import { freshCode, TRAIT_NAMES } from './entries'
import { listIn, splitLines, textIn, textOrNone, type PartForm } from './part-form'

const REQUIRED = { yes: '★ 必办', no: '不是必办' }

const NONE = 'none'

/** Who registers while nobody has been chosen. */
const REGISTRAR = 'studentAffairs'

const OFFICES = Object.fromEntries(REGISTRARS.map((role) => [role, ROLE_NAMES[role]]))

const BASICS = [
  ...['title', 'required', 'step', 'appliesTo', 'todo', 'department', 'procedure'],
  'registrar',
]

const OPEN_QUESTIONS = {
  required: '是不是必办',
  window: '办理时间',
  contacts: '联系人',
  guidance: '办理说明',
  rule: '办结依据',
}

const WINDOWS = {
  to: '到某一天为止',
  fromTo: '从一天到另一天',
  undated: '时间待定',
  always: '没有期限',
}

/** What an item is: its name, its ★, for whom and in which step. */
export function itemForm(cohort: Cohort, index: number, item: Item): PartForm {
  const at = (name: string) => `items.${index}.${name}`
  const all = [...BASICS, 'responsibility', 'toConfirm']
  return {
    headline: item.title,
    lead: '',
    typed: {
      title: item.title,
      required: item.required ? 'yes' : 'no',
      step: String(item.step),
      appliesTo: item.appliesTo,
      todo: item.todo,
      department: item.department,
      procedure: item.procedure ?? NONE,
      registrar: item.registrar ?? REGISTRAR,
      responsibility: item.responsibility ?? NONE,
      toConfirm: item.toConfirm,
    },
    fields: (typed) => viewsOf({ ...basics(cohort, typed, item), ...details(cohort) }),
    places: Object.fromEntries(all.map((name) => [name, [at(name)]])),
    changes: (typed) => {
      const value = { ...basicsIn(typed), ...detailsIn(typed) }
      return Object.entries(value).map(([name, each]): PartChange => ({
        do: 'set',
        path: at(name),
        value: each,
      }))
    },
    entry: { list: 'items', index, count: cohort.items.length, name: item.title },
  }
}

/** An item that is not there yet, with the least that one must say of it. */
export function newItemForm(cohort: Cohort): PartForm {
  const at = cohort.items.length
  return {
    headline: '加一个环节',
    lead: '先写最要紧的几样，时间、联系人和地点加好以后再填。',
    typed: {
      required: 'no',
      step: '1',
      appliesTo: [],
      procedure: 'register',
      registrar: REGISTRAR,
    },
    fields: (typed) =>
      viewsOf({
        ...basics(cohort, typed, null),
        text: lines('办理说明', { most: 2000, hint: '先写第一段' }),
      }),
    places: {
      ...Object.fromEntries(BASICS.map((name) => [name, [`items.${at}.${name}`]])),
      text: [`items.${at}.guidance`],
    },
    changes: (typed) => [
      {
        do: 'insert',
        path: 'items',
        at,
        value: {
          code: freshCode('item', cohort.items),
          ...basicsIn(typed),
          rule: { kind: 'completion' },
          guidance: { paragraphs: [{ text: textIn(typed, 'text') }] },
        },
      },
    ],
  }
}

/** When an item can be done. */
export function windowForm(index: number, { title, window }: Item): PartForm {
  const path = `items.${index}.window`
  return {
    headline: `${title}什么时候办`,
    lead: '',
    typed: {
      kind: kindOf(window),
      from: window && 'to' in window ? (window.from ?? '') : '',
      to: window && 'to' in window ? window.to : '',
      undated: window && 'undated' in window ? window.undated : '',
    },
    fields: ({ kind }) =>
      viewsOf({
        kind: choice('办理时间', WINDOWS),
        ...(kind === 'fromTo' && { from: day('开始日期') }),
        ...((kind === 'to' || kind === 'fromTo') && { to: day('截止日期') }),
        ...(kind === 'undated' && {
          undated: line('怎样说', { hint: '学生看到的就是这句，例如：具体时间待定' }),
        }),
      }),
    places: {
      from: [`${path}.from`],
      to: [`${path}.to`, path],
      undated: [`${path}.undated`, path],
    },
    changes: (typed) => [{ do: 'set', path, value: windowIn(typed) }],
  }
}

/** Where, and what comes after; its paragraphs, links and days are lists of their own. */
export function guidanceForm(index: number, { title, guidance }: Item): PartForm {
  const names = ['place', 'hours', 'afterwards'] as const
  const at = (name: string) => `items.${index}.guidance.${name}`
  const pledge = guidance.pledge && pledgeForm(at('pledge'), guidance.pledge)
  return {
    headline: `${title}在哪里办`,
    lead: '',
    typed: {
      ...Object.fromEntries(names.map((name) => [name, guidance[name] ?? ''])),
      ...pledge?.typed,
    },
    fields: () =>
      viewsOf({
        place: line('办理地点', { optional: true }),
        hours: line('办公时间', { optional: true, hint: '例如 8:30–16:20' }),
        afterwards: lines('办完以后', { optional: true, hint: '学生交了以后会怎样' }),
        ...pledge?.fields,
      }),
    places: {
      ...Object.fromEntries(names.map((name) => [name, [at(name)]])),
      ...pledge?.places,
    },
    changes: (typed) => [
      ...names.map(
        (name) => ({ do: 'set', path: at(name), value: textOrNone(typed, name) }) as const,
      ),
      ...(pledge?.changes(typed) ?? []),
    ],
  }
}

/** What is read and signed, where an item has it. */
function pledgeForm(path: string, { title, paragraphs, years }: Pledge) {
  return {
    typed: { pledge: title, words: paragraphs.join('\n'), years: String(years) },
    fields: {
      pledge: line('承诺书叫什么'),
      words: lines('承诺书的全文，一段一行', { most: 2000 }),
      years: digits('有效几年', { most: 2 }),
    },
    places: {
      pledge: [`${path}.title`],
      words: [`${path}.paragraphs`],
      years: [`${path}.years`],
    },
    changes: (typed: Typed): PartChange[] => [
      {
        do: 'set',
        path,
        value: {
          title: textIn(typed, 'pledge'),
          paragraphs: splitLines(textIn(typed, 'words')),
          years: Number(textIn(typed, 'years')),
        },
      },
    ],
  }
}

function basics(cohort: Cohort, typed: Typed, item: Item | null): Record<string, Field> {
  const numbered = cohort.steps.map(({ title }, index) => [
    String(index + 1),
    `${index + 1} ${title}`,
  ])
  return {
    title: line('环节叫什么', { most: 20 }),
    required: choice('学生一定要办吗', REQUIRED),
    step: choice('在哪一步', Object.fromEntries(numbered) as Record<string, string>),
    appliesTo: several('哪些学生要办，不选就是全部', TRAIT_NAMES),
    todo: line('要学生做什么', { hint: '接在截止日期后面的半句话，例如：把所借图书还到图书馆' }),
    department: line('哪个部门负责'),
    procedure: choice('怎么办理', waysFor(cohort, item)),
    ...(typed.procedure === 'register' && { registrar: choice('谁登记办结', OFFICES) }),
  }
}

/** What can be filed for an item like this, and what has no item yet; its own whatever it is. */
function waysFor(cohort: Cohort, item: Item | null): Record<string, string> {
  const { code, procedure, rule } = item ?? { rule: { kind: 'completion' } as const }
  const possible = PROCEDURE_CODES.filter((each) => {
    const isFree = (holderOf(cohort, each)?.code ?? code) === code
    return each === procedure || (each !== 'register' && isFree && fits(each, rule.kind))
  })
  const titles = possible.map((each) => [each, `提交${tableOf(each).title}`])
  return {
    ...(rule.kind === 'completion' && { register: '不用提交，部门登记办结' }),
    ...(!needsProcedure(rule.kind) && { [NONE]: '不用提交，数据来了自己变绿' }),
    ...(Object.fromEntries(titles) as Record<string, string>),
  }
}

function details({ responsibilities }: Cohort): Record<string, Field> {
  const duties = responsibilities.map(({ code, duty }) => [code, duty])
  return {
    responsibility: choice('是哪一条工作职责', {
      [NONE]: '没有写',
      ...(Object.fromEntries(duties) as Record<string, string>),
    }),
    toConfirm: several('哪些还要学院确认，页面上会写明', OPEN_QUESTIONS),
  }
}

function basicsIn(typed: Typed) {
  const procedure = textIn(typed, 'procedure')
  return {
    title: textIn(typed, 'title'),
    required: typed.required === 'yes',
    step: Number(typed.step),
    appliesTo: listIn(typed, 'appliesTo'),
    todo: textIn(typed, 'todo'),
    department: textIn(typed, 'department'),
    procedure: procedure === NONE ? undefined : procedure,
    registrar: procedure === 'register' ? textIn(typed, 'registrar') : undefined,
  }
}

function detailsIn(typed: Typed) {
  const responsibility = textIn(typed, 'responsibility')
  return {
    responsibility: responsibility === NONE ? undefined : responsibility,
    toConfirm: listIn(typed, 'toConfirm'),
  }
}

function kindOf(window: Item['window']): keyof typeof WINDOWS {
  if (!window) return 'always'
  if ('undated' in window) return 'undated'
  return window.from ? 'fromTo' : 'to'
}

function windowIn(typed: Typed): unknown {
  switch (typed.kind) {
    case 'to':
      return { to: textIn(typed, 'to') }
    case 'fromTo':
      return { from: textIn(typed, 'from'), to: textIn(typed, 'to') }
    case 'undated':
      return { undated: textIn(typed, 'undated') }
    default:
      return undefined
  }
}

function viewsOf(fields: Record<string, Field>): FieldView[] {
  return Object.entries(fields).map(([name, { view }]) => ({ name, ...view }))
}
