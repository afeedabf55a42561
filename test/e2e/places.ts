import type Element from 'miniprogram-automator/out/Element'
import type Page from 'miniprogram-automator/out/Page'

/** A way of class names and ids from the page down: what is inside a component is found only through it. */
export type Place = readonly string[]

export const SHEET = 'pages/sheet/sheet'

/** Where the words of each page stand. */
export const WORDS: Record<string, Place> = {
  [SHEET]: ['.page'],
  'pages/item/item': ['#detail'],
  'pages/notice/notice': ['.notice'],
  'pages/binding/binding': ['.page'],
  'packages/staff/pages/desk/desk': ['.main'],
  'packages/staff/pages/staff-code/staff-code': ['.page'],
}

export const ON_SHEET = {
  card: ['.card'],
  headline: ['.headline'],
  rows: ['.row'],
  notice: ['.notice-link'],
  retry: ['.state', '.retry'],
} satisfies Record<string, Place>

export const ON_ITEM = {
  calendar: ['#detail', '.calendar'],
  phones: ['#detail', '.phone'],
} satisfies Record<string, Place>

export const ON_FORM = {
  ways: ['.way'],
  entries: ['entry-form', '.input'],
  consent: ['privacy-consent', '.tick'],
  send: ['entry-form', '.send'],
} satisfies Record<string, Place>

export const ON_DESK = {
  tabs: ['.tab'],
  tools: ['#mine', '.row'],
  code: ['.code'],
} satisfies Record<string, Place>

/** All elements of a place. */
export async function find(page: Page, place: Place): Promise<Element[]> {
  let owner: Pick<Page, '$' | '$$'> | null = page
  for (const component of place.slice(0, -1)) owner = (await owner?.$(component)) ?? null
  return ((await owner?.$$(place.at(-1) ?? '')) ?? []) as Element[]
}
