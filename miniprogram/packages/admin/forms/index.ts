import type { DraftAnswer } from '../../../../domain/cohort/answers'
import { contactsForm } from './contacts'
import { daysForm } from './days'
import { entryForm, listAt } from './entry'
import { guidanceForm, itemForm, newItemForm, windowForm } from './item'
import { noticeForm } from './notice'
import type { PartForm } from './part-form'
import { ruleForm } from './rule'
import { textsForm } from './texts'

/**
 * The form for a part of a draft: `days`, `contacts`, `texts`, `notice`, `items.3`, `items.3.window`,
 * `items.new`, an entry of a list (`steps.0`), or one to be added (`steps.new`); null for no such part.
 */
export function formFor(draft: DraftAnswer, part: string): PartForm | null {
  const whole = { days: daysForm, contacts: contactsForm, texts: textsForm }[part]
  if (whole) return whole(draft)
  if (part === 'notice') return noticeForm(draft.cohort)
  if (part === 'items.new') return newItemForm(draft.cohort)
  return itemPart(draft, part) ?? listPart(draft, part)
}

function itemPart({ cohort }: DraftAnswer, part: string): PartForm | null {
  const [, digits, name] = /^items\.(\d+)(?:\.(window|guidance|rule))?$/.exec(part) ?? []
  const index = Number(digits)
  const item = cohort.items[index]
  if (digits === undefined || !item) return null
  switch (name) {
    case 'window':
      return windowForm(index, item)
    case 'guidance':
      return guidanceForm(index, item)
    case 'rule':
      return ruleForm(index, item)
    default:
      return itemForm(cohort, index, item)
  }
}

function listPart({ cohort }: DraftAnswer, part: string): PartForm | null {
  const dot = part.lastIndexOf('.')
  const list = part.slice(0, dot)
  const found = listAt(cohort, list)
  if (!found) return null
  const { entries, kind } = found
  const last = part.slice(dot + 1)
  const index = last === 'new' ? entries.length : Number(last)
  return Number.isInteger(index) && index <= entries.length
    ? entryForm(cohort, list, kind, entries, index)
    : null
}
