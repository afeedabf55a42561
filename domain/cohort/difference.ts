import { isDay, formatFullDay } from '../calendar'
import { TRAIT_TEXTS } from '../student/traits'
import { ROLE_NAMES } from '../roles/people'
import { PROCEDURE_CODES } from '../procedures/codes'
import { tableOf } from '../procedures/tables'
import { RULE_NAMES } from './fit'
import { describePath } from './labels'
import type { Path } from './leaves'
import type { Cohort } from './schema'

/** Longer texts are quoted by their beginning. */
const QUOTED_MOST = 40

/** Of what stands before a change in a long text, so much is quoted. */
const LEAD = 8

/** What stands in a cohort as a name of the code, as people call it. */
const WORDS: Readonly<Record<string, string>> = {
  ...RULE_NAMES,
  ...ROLE_NAMES,
  ...Object.fromEntries(PROCEDURE_CODES.map((code) => [code, tableOf(code).title])),
  ...Object.fromEntries(Object.entries(TRAIT_TEXTS).map(([trait, { name }]) => [trait, name])),
}

/**
 * What changed from one cohort to another, a sentence a place: `环节 8（退宿） › 办理时间 › 截止日期：
 * 「2022 年 6 月 22 日」改为「2027 年 6 月 21 日」`. Items and duties are known by their code, what else
 * stands in lists by its place where as many are there, and by what it says where not.
 */
export function differences(before: Cohort, after: Cohort): string[] {
  const sentences: string[] = []
  compare({ before, after, path: [], cohort: after, say: (sentence) => sentences.push(sentence) })
  return sentences
}

interface Comparison {
  before: unknown
  after: unknown
  /** Where it stands in the cohort after. */
  path: Path
  cohort: Cohort
  say: (sentence: string) => void
}

type Fields = Record<string, unknown>

function compare(comparison: Comparison): void {
  const { before, after, path, cohort, say } = comparison
  if (JSON.stringify(before) === JSON.stringify(after)) return
  if (Array.isArray(before) && Array.isArray(after)) compareLists(comparison, before, after)
  else if (isFields(before) && isFields(after)) compareFields(comparison, before, after)
  else {
    const place = describePath(path, cohort)
    if (isEmpty(before)) say(`${place}：写上了${quoted(after)}`)
    else if (isEmpty(after)) say(`${place}：去掉了${quoted(before)}`)
    else say(`${place}：${pairOf(before, after)}`)
  }
}

function compareFields(comparison: Comparison, before: Fields, after: Fields): void {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  for (const name of names) {
    const path = [...comparison.path, name]
    compare({ ...comparison, path, before: before[name], after: after[name] })
  }
}

function compareLists(comparison: Comparison, before: unknown[], after: unknown[]): void {
  const coded = [...before, ...after].every((each) => isFields(each) && 'code' in each)
  if (coded) compareCoded(comparison, before as Coded[], after as Coded[])
  else if (before.length === after.length && after.some(isFields)) {
    for (const [index, each] of after.entries()) {
      const path = [...comparison.path, index]
      compare({ ...comparison, path, before: before[index], after: each })
    }
  } else compareSets(comparison, before, after)
}

type Coded = Fields & { code: string }

function compareCoded(comparison: Comparison, before: Coded[], after: Coded[]): void {
  const { path, cohort, say } = comparison
  const kept = (list: Coded[], others: Coded[]) =>
    list.filter(({ code }) => others.some((other) => other.code === code))
  const what = describePath(path, cohort)
  for (const each of before) {
    if (!kept([each], after)[0]) say(`去掉了${what}「${nameOf(each)}」`)
  }
  for (const [index, each] of after.entries()) {
    const old = before.find(({ code }) => code === each.code)
    if (old) compare({ ...comparison, path: [...path, index], before: old, after: each })
    else say(`加了${what}「${nameOf(each)}」`)
  }
  const order = (list: Coded[]) => list.map(({ code }) => code).join()
  if (order(kept(before, after)) !== order(kept(after, before))) say(`${what}的顺序变了`)
}

function compareSets({ path, cohort, say }: Comparison, before: unknown[], after: unknown[]): void {
  const place = describePath(path, cohort)
  const has = (list: unknown[], each: unknown) =>
    list.some((other) => JSON.stringify(other) === JSON.stringify(each))
  const gone = before.filter((each) => !has(after, each))
  const added = after.filter((each) => !has(before, each))
  for (const each of gone) say(`${place}：去掉了${quoted(each)}`)
  for (const each of added) say(`${place}：加了${quoted(each)}`)
  if (gone.length + added.length === 0) say(`${place}的顺序变了`)
}

function nameOf({ title, duty, code }: Coded): string {
  return [title, duty, code].find((each): each is string => typeof each === 'string') ?? code
}

/** A value as it is read in a sentence. */
function quoted(value: unknown): string {
  if (typeof value === 'boolean') return value ? '「是」' : '「否」'
  if (typeof value === 'number') return `「${value}」`
  if (typeof value === 'string') return quotedText(value)
  if (Array.isArray(value)) return value.length > 0 ? value.map(quoted).join('、') : '「没有」'
  if (!isFields(value)) return '「没有」'
  return Object.values(value)
    .filter((each) => !isEmpty(each))
    .map(quoted)
    .join('')
}

/** Two values; of long texts the part in which they differ. */
function pairOf(before: unknown, after: unknown): string {
  if (typeof before !== 'string' || typeof after !== 'string') {
    return `${quoted(before)}改为${quoted(after)}`
  }
  const [old, now] = [Array.from(before), Array.from(after)]
  const same = old.findIndex((letter, index) => letter !== now[index])
  const skipped = Math.max(old.length, now.length) > QUOTED_MOST ? Math.max(same - LEAD, 0) : 0
  const part = (letters: string[]) => (skipped > 0 ? '…' : '') + letters.slice(skipped).join('')
  return `${quotedText(part(old))}改为${quotedText(part(now))}`
}

function quotedText(text: string): string {
  if (isDay(text)) return `「${formatFullDay(text)}」`
  const word = WORDS[text] ?? text
  const letters = Array.from(word)
  const cut = letters.length > QUOTED_MOST ? `${letters.slice(0, QUOTED_MOST).join('')}…` : word
  return `「${cut}」`
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
