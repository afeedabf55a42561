import type { Draft } from '../../../../domain/cohort/draft'
import type { Cohort } from '../../../../domain/cohort/schema'
import { line } from '../../../../domain/procedures/fields'
import { splitList, textIn, type PartForm } from './part-form'

/** Whom students call, each person once, however many items name them. */
export function contactsForm({
  cohort,
  from,
  unseen,
}: Pick<Draft, 'cohort' | 'from' | 'unseen'>): PartForm {
  const people = peopleOf(cohort)
  return {
    headline: unseen.contacts ? '联系人还是去年的' : '全部联系人',
    lead: unseen.contacts
      ? `下面是 ${from} 届的联系人，换了人、换了电话就改，没换就留着。`
      : '同一位老师在几个环节里，改一次都改。',
    typed: Object.fromEntries(
      people.flatMap(({ key, name, phones }) => [
        [`${key}-name`, name],
        [`${key}-phones`, phones.join('、')],
      ]),
    ),
    fields: () =>
      people.flatMap(({ key, department, items }) => [
        { name: `${key}-name`, ...line(`${department}联系人`, { hint: items.join('、') }).view },
        {
          name: `${key}-phones`,
          ...line(`${department}电话`, { hint: '几个号码之间写顿号', most: 100 }).view,
        },
      ]),
    places: Object.fromEntries(
      people.flatMap(({ key, paths }) => [
        [`${key}-name`, paths.map((path) => `${path}.name`)],
        [`${key}-phones`, paths.map((path) => `${path}.phones`)],
      ]),
    ),
    changes: (typed) =>
      people.flatMap(({ key, paths }) => {
        const value = {
          name: textIn(typed, `${key}-name`),
          phones: splitList(textIn(typed, `${key}-phones`)),
        }
        return paths.map((path) => ({ do: 'set' as const, path, value }))
      }),
    looked: 'contacts',
  }
}

interface Person {
  key: string
  name: string
  phones: readonly string[]
  department: string
  /** Titles of the items that name them, and where in them. */
  items: string[]
  paths: string[]
}

function peopleOf({ items }: Cohort): Person[] {
  const people: Person[] = []
  for (const [index, { title, department, contacts }] of items.entries()) {
    for (const [at, { name, phones }] of contacts.entries()) {
      const path = `items.${index}.contacts.${at}`
      const known = people.find(
        (each) => each.name === name && each.phones.join() === phones.join(),
      )
      if (known) {
        known.items.push(title)
        known.paths.push(path)
      } else {
        const key = `person-${people.length}`
        people.push({ key, name, phones, department, items: [title], paths: [path] })
      }
    }
  }
  return people.map((person) => ({ ...person, department: calledIn(person, people) }))
}

/** The department, and of several of its people also whose number it is. */
function calledIn({ name, department }: Person, people: readonly Person[]): string {
  const several = people.filter((each) => each.department === department).length > 1
  return several ? `${department}${name}，` : department
}
