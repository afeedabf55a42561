/** WeChat's accessibility attributes stand on any node; here they become the web's own. */
export function isAccessibilityAttribute(name: string): boolean {
  return name.startsWith('aria-') || name === 'tabindex' || name === 'role'
}

export type AttributeValue = string | number | boolean | null | undefined

const TAPPABLE_ROLES = new Set(['button', 'link', 'checkbox', 'radio', 'switch', 'tab', 'option'])

/** A virtual host has no element of its own; WeChat drops the attribute there, too. */
export function applyAccessibility(
  element: HTMLElement | null,
  name: string,
  value: AttributeValue,
): void {
  if (!element) return
  const attribute = name === 'aria-role' ? 'role' : name
  if (value === undefined || value === null || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, String(value))
  if (attribute === 'role') makeFocusable(element)
}

/** Nothing in WXML says that a node can be reached by keyboard; its role does. */
export function makeFocusable(element: HTMLElement): void {
  const isTappable = TAPPABLE_ROLES.has(element.getAttribute('role') ?? '')
  if (isTappable && !element.hasAttribute('tabindex')) element.tabIndex = 0
}
