import { formatFullDay } from '../../../../domain/calendar'
import type { Cohort } from '../../../../domain/cohort/schema'
import { choice, day, line, lines, several, type Field } from '../../../../domain/procedures/fields'
import { TRAIT_TEXTS, type Trait } from '../../../../domain/student/traits'
import type { Typed } from '../../../components/field-form/typed'
import { listIn, splitLines, splitList, textIn } from './part-form'

type Entry = Record<string, unknown>

/** What the entries of a list look like: as a row, as a form, and in the cohort. */
export interface EntryKind {
  /** 联系人 */
  title: string
  /** What one counts them by: 个, 段, 条. */
  unit: string
  /** What the page of the list says below its headline. */
  about: string
  fields(typed: Typed): Record<string, Field>
  read(entry: unknown): Typed
  write(typed: Typed, before: unknown, cohort: Cohort): unknown
  /** The row of an entry. */
  row(entry: unknown): { title: string; hint: string }
}

const TEXT_MOST = 2000

export const TRAIT_NAMES = Object.fromEntries(
  Object.entries(TRAIT_TEXTS).map(([trait, { name }]) => [trait, name]),
) as Record<Trait, string>

const LINK_KINDS = {
  website: '网站',
  officialAccount: '公众号',
  miniProgram: '小程序',
  portal: '校内系统',
}

const WHILE = { always: '一直显示', until: '显示到某一天' }

/** The lists of a cohort by the last name on their path. */
export const ENTRY_KINDS: Record<string, EntryKind> = {
  important: {
    title: '重要事项',
    unit: '条',
    about: '显示在离校单最上面，过了那一天自己消失。',
    fields: ({ shown }) => ({
      text: line('写什么', { most: 100 }),
      shown: choice('显示多久', WHILE),
      ...(shown === 'until' && { until: day('显示到') }),
    }),
    read: (entry) => ({
      text: textAt(entry, 'text'),
      shown: textAt(entry, 'until') ? 'until' : 'always',
      until: textAt(entry, 'until'),
    }),
    write: (typed) => ({
      text: textIn(typed, 'text'),
      ...(typed.shown === 'until' && { until: textIn(typed, 'until') }),
    }),
    row: (entry) => ({
      title: textAt(entry, 'text'),
      hint: textAt(entry, 'until') ? `显示到 ${formatFullDay(textAt(entry, 'until'))}` : '一直显示',
    }),
  },
  remarks: {
    title: '注意事项',
    unit: '条',
    about: '写在离校通知的后面。',
    fields: () => ({ text: lines('写什么', { most: TEXT_MOST }) }),
    read: (entry) => ({ text: typeof entry === 'string' ? entry : '' }),
    write: (typed) => textIn(typed, 'text'),
    row: (entry) => ({ title: String(entry), hint: '' }),
  },
  steps: {
    title: '步骤',
    unit: '个',
    about: '离校单分成这几步，环节放在其中一步里。',
    fields: () => ({ title: line('步骤叫什么', { most: 20 }) }),
    read: (entry) => ({ title: textAt(entry, 'title') }),
    write: (typed) => ({ title: textIn(typed, 'title') }),
    row: (entry) => ({ title: textAt(entry, 'title'), hint: '' }),
  },
  entrances: {
    title: '入口',
    unit: '个',
    about: '学生怎样走到离校单，写在通知里。',
    fields: () => ({
      name: line('从哪里进'),
      path: lines('一步一行', { most: 400 }),
    }),
    read: (entry) => ({ name: textAt(entry, 'name'), path: textsAt(entry, 'path').join('\n') }),
    write: (typed) => ({ name: textIn(typed, 'name'), path: splitLines(textIn(typed, 'path')) }),
    row: (entry) => ({ title: textAt(entry, 'name'), hint: textsAt(entry, 'path').join(' › ') }),
  },
  responsibilities: {
    title: '工作职责',
    unit: '条',
    about: '通知第二部分，环节页会写出是谁的职责。',
    fields: () => ({
      duty: lines('做什么', { most: 400 }),
      departments: line('哪些部门', { hint: '几个部门之间写顿号', most: 100 }),
    }),
    read: (entry) => ({
      duty: textAt(entry, 'duty'),
      departments: textsAt(entry, 'departments').join('、'),
    }),
    write: (typed, before, { responsibilities }) => ({
      code: textAt(before, 'code') || freshCode('duty', responsibilities),
      departments: splitList(textIn(typed, 'departments')),
      duty: textIn(typed, 'duty'),
    }),
    row: (entry) => ({
      title: textAt(entry, 'duty'),
      hint: textsAt(entry, 'departments').join('、'),
    }),
  },
  contacts: {
    title: '联系人',
    unit: '位',
    about: '学生有问题找谁。',
    fields: () => ({
      name: line('姓名', { most: 20 }),
      phones: line('电话', { hint: '座机带区号，几个号码之间写顿号', most: 100 }),
    }),
    read: (entry) => ({ name: textAt(entry, 'name'), phones: textsAt(entry, 'phones').join('、') }),
    write: (typed) => ({ name: textIn(typed, 'name'), phones: splitList(textIn(typed, 'phones')) }),
    row: (entry) => ({ title: textAt(entry, 'name'), hint: textsAt(entry, 'phones').join('、') }),
  },
  paragraphs: {
    title: '说明',
    unit: '段',
    about: '办理说明，一段一段写。可以只给有某种特征的学生看。',
    fields: () => ({
      text: lines('写什么', { most: TEXT_MOST }),
      traits: several('只给这些学生看，不选就都看得到', TRAIT_NAMES),
    }),
    read: (entry) => ({ text: textAt(entry, 'text'), traits: textsAt(entry, 'traits') }),
    write: (typed) => ({ text: textIn(typed, 'text'), traits: listIn(typed, 'traits') }),
    row: (entry) => {
      const traits = textsAt(entry, 'traits').map((trait) => TRAIT_NAMES[trait as Trait])
      return {
        title: textAt(entry, 'text'),
        hint: traits.length > 0 ? `只给${traits.join('、')}` : '',
      }
    },
  },
  links: {
    title: '链接',
    unit: '个',
    about: '学生要去的网站、公众号或小程序，可以复制。',
    fields: () => ({
      kind: choice('是什么', LINK_KINDS),
      name: line('叫什么'),
      address: line('地址', { hint: '网址，或者公众号、小程序的名字', most: 200 }),
    }),
    read: (entry) => ({
      kind: textAt(entry, 'kind'),
      name: textAt(entry, 'name'),
      address: textAt(entry, 'address'),
    }),
    write: (typed) => ({
      kind: textIn(typed, 'kind'),
      name: textIn(typed, 'name'),
      address: textIn(typed, 'address'),
    }),
    row: (entry) => ({ title: textAt(entry, 'name'), hint: textAt(entry, 'address') }),
  },
  milestones: {
    title: '时间节点',
    unit: '个',
    about: '这个环节里还有哪些日子要紧。',
    fields: () => ({ on: day('哪一天'), text: line('那天怎样', { most: 200 }) }),
    read: (entry) => ({ on: textAt(entry, 'on'), text: textAt(entry, 'text') }),
    write: (typed) => ({ on: textIn(typed, 'on'), text: textIn(typed, 'text') }),
    row: (entry) => ({ title: formatFullDay(textAt(entry, 'on')), hint: textAt(entry, 'text') }),
  },
}

/** A code that nothing else in a list has; people never see it. */
export function freshCode(kind: string, list: readonly { code: string }[]): string {
  for (let number = 1; ; number++) {
    const code = `${kind}-${number}`
    if (!list.some((each) => each.code === code)) return code
  }
}

function textAt(entry: unknown, name: string): string {
  const value = (entry as Entry | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

function textsAt(entry: unknown, name: string): string[] {
  const value = (entry as Entry | undefined)?.[name]
  return Array.isArray(value) ? (value as string[]) : []
}
