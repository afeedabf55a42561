import type Element from 'miniprogram-automator/out/Element'
import type Page from 'miniprogram-automator/out/Page'

/** A way of class names, ids and tags from the page down: what is inside a component is found only through it. */
export type Place = readonly string[]

export const SHEET = 'pages/sheet/sheet'
export const DESK = 'packages/staff/pages/desk/desk'

/** Where on a page its words, and what one presses, fills in, chooses and turns stand. */
interface Plan {
  words: readonly Place[]
  /** What lies over the page first. */
  presses: readonly Place[]
  fields: readonly Place[]
  choices: readonly Place[]
  pickers: readonly Place[]
}

const EMPTY: Plan = { words: [], presses: [], fields: [], choices: [], pickers: [] }

const ENTRY_FORM: Partial<Plan> = {
  words: [['.page']],
  presses: [['entry-form', '.send'], ['.way']],
  fields: [['entry-form', '.input']],
}

const OWN_REQUEST: Place[] = [
  ['own-request', '.button'],
  ['own-request', '.link'],
]

/** A reason that is asked for over what `owner` shows. */
const reasonSheet = (...owner: string[]): Place[] => [
  [...owner, 'reason-sheet', '.send'],
  [...owner, 'reason-sheet', 'reason-field', '.reason'],
]

const FIELD_FORM: Partial<Plan> = {
  words: [['.page']],
  presses: [['.send'], ['.link'], ['field-form', '.row']],
  fields: [['field-form', '.field']],
  choices: [['field-form', 'choice']],
  pickers: [['field-form', '.field']],
}

const ADMIN = 'packages/admin/pages'

const ROOM = 'room-inspection'

const PLANS: Record<string, Partial<Plan>> = {
  [SHEET]: {
    words: [['.page']],
    presses: [['sheet-step', '.row'], ['.notice-link'], ['.bell'], ['.show-pass']],
  },
  'pages/item/item': {
    words: [['#detail']],
    presses: [
      ['#detail', '.file'],
      ['#detail', '.link'],
    ],
  },
  'pages/notice/notice': { words: [['.notice']] },
  'pages/binding/binding': ENTRY_FORM,
  'pages/messages/messages': { words: [['.page']], presses: [['.row']] },
  'packages/requests/pages/dorm-checkout/dorm-checkout': {
    words: [['.page']],
    presses: [
      ...OWN_REQUEST,
      ['dorm-form', 'count-stepper', '.button'],
      ['dorm-form', '.rest'],
      ['dorm-form', '.send'],
      ['inspection-record', '.button'],
    ],
    fields: [
      ['dorm-form', '.input'],
      ['inspection-record', '.input'],
    ],
    choices: [['dorm-form', 'choice']],
    pickers: [['dorm-form', '.day']],
  },
  'packages/requests/pages/card-refund/card-refund': {
    words: [['.page']],
    presses: [
      ...OWN_REQUEST,
      ['refund-consent', '.button'],
      ['refund-form', '.button'],
      ['refund-form', '.send'],
    ],
    fields: [['refund-form', '.input']],
  },
  'packages/requests/pages/procedure/procedure': {
    words: [['.page']],
    presses: [
      ...OWN_REQUEST,
      ['plain-form', 'field-form', '.row'],
      ['plain-form', '.send'],
      ['.row'],
    ],
    fields: [['plain-form', 'field-form', '.input']],
    pickers: [['plain-form', 'field-form', '.field']],
  },
  'packages/pass/pages/pass/pass': { words: [['.page']] },
  [DESK]: {
    words: [['.main']],
    presses: [
      ...reasonSheet('worklist'),
      ['worklist', '.bar-button'],
      ['worklist', '.tick'],
      ['worklist', '.all'],
      ['worklist', 'result-card', '.row'],
      ['worklist', 'result-card', '.close'],
      ['worklist', '.work', '.row'],
      ['draft-notes', 'result-card', '.close'],
      ['draft-notes', '.row'],
      ['progress-link', '.link'],
      ['verification-note', '.row'],
      ['my-posts', '.row'],
      ['.tab'],
    ],
  },
  'packages/staff/pages/staff-code/staff-code': ENTRY_FORM,
  'packages/staff/pages/payouts/payouts': {
    ...ENTRY_FORM,
    presses: [['entry-form', '.send'], ['.row']],
  },
  'packages/staff/pages/batch/batch': {
    words: [['.page'], ['reason-sheet']],
    presses: [...reasonSheet(), ['.button'], ['.cancel'], ['privacy-consent', '.tick']],
  },
  'packages/staff/pages/feeds/feeds': { words: [['.page']], presses: [['.row']] },
  'packages/staff/pages/feed/feed': {
    words: [['.page']],
    presses: [['.import'], ['.pull'], ['.row'], ['privacy-consent', '.tick']],
    choices: [['choice']],
  },
  'packages/staff/pages/run/run': {
    words: [['.page'], ['reason-sheet']],
    presses: [...reasonSheet(), ['.bar-button'], ['.rejects']],
  },
  [`${ADMIN}/cohorts/cohorts`]: { words: [['.page']], presses: [['.row']] },
  [`${ADMIN}/published/published`]: {
    ...FIELD_FORM,
    presses: [['.send'], ['.button']],
  },
  [`${ADMIN}/cohort/cohort`]: {
    words: [['.page']],
    presses: [['.button'], ['part-rows', '.row'], ['.link']],
  },
  [`${ADMIN}/item/item`]: { words: [['.page']], presses: [['part-rows', '.row']] },
  [`${ADMIN}/list/list`]: { words: [['.page']], presses: [['part-rows', '.row'], ['.send']] },
  [`${ADMIN}/form/form`]: FIELD_FORM,
  [`${ADMIN}/preview/preview`]: {
    words: [['#preview']],
    presses: [
      ['#preview', '.trait'],
      ['#preview', 'sheet-step', '.row'],
      ['#preview', '.back'],
    ],
  },
  [`${ADMIN}/publish/publish`]: { words: [['.page']], presses: [['.send']] },
  [`${ADMIN}/students/students`]: {
    ...ENTRY_FORM,
    presses: [['entry-form', '.send'], ['.button']],
  },
  [`${ADMIN}/student/student`]: FIELD_FORM,
  'packages/staff/pages/request/request': {
    words: [['#file']],
    presses: [...reasonSheet('#file'), ['#file', '.bar-button'], ['#file', 'field-form', '.row']],
    fields: [
      ['#file', 'reason-sheet', 'reason-field', '.input'],
      ['#file', 'field-form', '.input'],
      ['#file', '.input'],
    ],
    pickers: [['#file', 'field-form', '.field']],
  },
  'packages/staff/pages/statistics/statistics': { words: [['.page']], presses: [['.row']] },
  'packages/staff/pages/lacking/lacking': {
    words: [['.page']],
    presses: [['register-bar', '.bar-button'], ['.bar-button'], ['.part'], ['.tick'], ['.row']],
  },
  'packages/staff/pages/classes/classes': { words: [['.page']], presses: [['.row']] },
  'packages/staff/pages/verification/verification': {
    words: [['.page']],
    presses: [['.bar-button'], ['.all'], ['.tick']],
  },
  'packages/staff/pages/scan/scan': { words: [['.page']], presses: [['.scan']] },
  'packages/staff/pages/inspection/inspection': {
    words: [[ROOM]],
    presses: [
      [ROOM, 'room-people', '.who'],
      [ROOM, 'room-people', 'count-stepper', '.button'],
      [ROOM, 'room-things', '.rest'],
      [ROOM, 'room-things', '.damage'],
      [ROOM, 'room-damages', '.sharer'],
      [ROOM, '.send'],
      [ROOM, '.button'],
      [ROOM, 'result-card', '.row'],
      [ROOM, 'result-card', '.close'],
    ],
    fields: [
      [ROOM, 'room-damages', '.input'],
      [ROOM, '.input'],
    ],
    choices: [
      [ROOM, 'room-people', 'choice'],
      [ROOM, 'room-things', 'choice'],
    ],
  },
}

export function planOf({ path }: Page): Plan {
  return { ...EMPTY, ...PLANS[path] }
}

export const ON_SHEET = {
  card: ['.card'],
  headline: ['.headline'],
  rows: ['sheet-step', '.row'],
  notice: ['.notice-link'],
  retry: ['.state', '.retry'],
} satisfies Record<string, Place>

export const ON_ITEM = {
  calendar: ['#detail', '.calendar'],
  phones: ['#detail', '.phone'],
} satisfies Record<string, Place>

export const ON_FORM = {
  consent: ['privacy-consent', '.tick'],
  send: ['entry-form', '.send'],
} satisfies Record<string, Place>

export const ON_DESK = {
  code: ['.code'],
} satisfies Record<string, Place>

/** All elements of a place. */
export async function find(page: Page, place: Place): Promise<Element[]> {
  let found: Pick<Page, '$$'>[] = place.length === 0 ? [] : [page]
  for (const selector of place) {
    const below = await Promise.all(found.map((owner) => owner.$$(selector) as Promise<Element[]>))
    found = below.flat()
  }
  return found as unknown as Element[]
}
