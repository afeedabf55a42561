import type { Person } from './cloud'
import { element, section } from './element'

const GROUPS = [
  { title: '毕业生', has: ({ role }: Person) => role === 'student' },
  { title: '老师', has: ({ role }: Person) => role !== 'student' && role !== 'stranger' },
  { title: '还没绑定', has: ({ role }: Person) => role === 'stranger' },
]

export function showPeople(
  people: Person[],
  chosen: string,
  onChoose: (person: Person) => void,
): void {
  for (const { title, has } of GROUPS) {
    const rows = people.filter(has).map((person) => row(person, chosen, onChoose))
    if (rows.length === 0) continue
    const list = element('div', { class: 'people' }, ...rows)
    section('people').append(element('fieldset', {}, element('legend', {}, title), list))
  }
}

function row(person: Person, chosen: string, onChoose: (person: Person) => void): HTMLElement {
  const { openid, name, roleName, role, scope, note } = person
  const input = element('input', { type: 'radio', name: 'person', value: openid })
  input.checked = openid === chosen
  input.addEventListener('change', () => onChoose(person))
  const about = role === 'student' || !roleName ? scope : `${roleName} · ${scope}`
  const text = element('span', { class: 'person' })
  text.append(element('strong', {}, name), element('small', {}, about))
  if (note) text.append(element('span', { class: 'note' }, note))
  return element('label', {}, input, text)
}

/** Shows who one is now; somebody who is not on the list is nobody there. */
export function choosePerson(openid: string): void {
  for (const input of section('people').querySelectorAll('input')) {
    input.checked = input.value === openid
  }
}
