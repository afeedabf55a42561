import { makeFocusable } from '../accessibility'
import type { BuiltInNode } from './built-in'

export const TOGGLE = { checked: false, disabled: false, color: '' }

type ToggleNode = BuiltInNode<typeof TOGGLE>

/** A DOM event to the group around: this one was tapped. */
const CHOSEN = 'phone-chosen'

/** The `checked` that the mini program gave last: it counts again only when it is another. */
const given = new WeakMap<HTMLElement, boolean>()

/**
 * What `switch`, `checkbox` and `radio` have in common: a tap turns them, by themselves.
 * @param next what a tap makes of it
 */
export function followToggle(
  node: ToggleNode,
  role: string,
  next: (isOn: boolean) => boolean,
): void {
  const { element } = node
  if (!element.hasAttribute('role')) element.setAttribute('role', role)
  makeFocusable(element)
  nameByLabel(element)
  node.on('tap', () => {
    const after = next(isOn(element))
    if (node.properties.disabled || after === isOn(element)) return
    turnTo(element, after)
    element.dispatchEvent(new CustomEvent(CHOSEN, { bubbles: true }))
  })
}

export function applyToggle({ element, properties }: ToggleNode): void {
  const { checked, disabled, color } = properties
  if (given.get(element) !== checked) turnTo(element, checked)
  given.set(element, checked)
  if (disabled) element.setAttribute('aria-disabled', 'true')
  else element.removeAttribute('aria-disabled')
  if (color !== '') element.style.setProperty('--color', color)
}

export function isOn(element: Element): boolean {
  return element.getAttribute('aria-checked') === 'true'
}

export function turnTo(element: Element, on: boolean): void {
  element.setAttribute('aria-checked', String(on))
}

/** Tells a group which of its members was tapped. */
export function onChosen(group: HTMLElement, listener: (member: Element) => void): void {
  group.addEventListener(CHOSEN, (event) => listener(event.target as Element))
}

/** One without words of its own is named by the label around it. */
function nameByLabel(element: HTMLElement): void {
  queueMicrotask(() => {
    const isNamed = element.hasAttribute('aria-label') || element.textContent.trim() !== ''
    const label = element.closest('wx-label')?.textContent.trim() ?? ''
    if (!isNamed && label !== '') element.setAttribute('aria-label', label)
  })
}
