type Child = Node | string

/** Makes an element with attributes and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** A section that desk.html has a place for. */
export function section(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`desk.html has no #${id}`)
  return found
}

export interface Choice {
  value: string
  label: string
}

/** A row of which one is chosen, such as 浅色 | 深色. */
export function segments(
  name: string,
  legend: string,
  choices: Choice[],
  chosen: string,
  onChoose: (value: string) => void,
): HTMLFieldSetElement {
  const options = choices.map(({ value, label }) => {
    const input = element('input', { type: 'radio', name, value })
    input.checked = value === chosen
    input.addEventListener('change', () => onChoose(value))
    return element('label', {}, input, element('span', {}, label))
  })
  const row = element('div', { class: 'segments' }, ...options)
  return element('fieldset', {}, element('legend', {}, legend), row)
}
