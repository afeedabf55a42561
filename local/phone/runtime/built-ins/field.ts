import type { BuiltInNode } from './built-in'

export const FIELD = {
  value: null,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: '',
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  name: '',
  cursor: -1,
  cursorSpacing: 0,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  confirmType: 'done',
  confirmHold: false,
  type: 'text',
  password: false,
  alwaysEmbed: false,
  safePasswordCertPath: '',
  safePasswordLength: null,
  safePasswordTimeStamp: null,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
}

export const FIELD_EVENTS = [
  'input',
  'change',
  'focus',
  'blur',
  'confirm',
  'linechange',
  'keyboardheightchange',
  'nicknamereview',
]

export type FieldNode = BuiltInNode<typeof FIELD>
type Control = HTMLInputElement | HTMLTextAreaElement

const controls = new WeakMap<HTMLElement, Control>()

export function controlOf({ element }: FieldNode, tag: 'input' | 'textarea'): Control {
  const known = controls.get(element)
  if (known) return known
  const control = document.createElement(tag)
  element.append(control)
  controls.set(element, control)
  followName(element, control)
  return control
}

/** Hands typing on to the mini program; what an input method composes only once it is done. */
export function reportTyping(node: FieldNode, control: Control): void {
  const report = (): void => {
    node.emit('input', { value: control.value, cursor: control.selectionStart, keyCode: 0 })
  }
  control.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) report()
  })
  control.addEventListener('compositionend', report)
  control.addEventListener('focus', () => node.emit('focus', { value: control.value, height: 0 }))
  control.addEventListener('blur', () => {
    node.emit('blur', { value: control.value, cursor: control.selectionStart })
  })
}

export function applyField(node: FieldNode, control: Control): void {
  const { value, placeholder, disabled, maxlength, focus, autoFocus } = node.properties
  const shown = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (control.value !== shown) control.value = shown
  control.placeholder = placeholder
  control.disabled = disabled
  if (maxlength >= 0) control.maxLength = maxlength
  else control.removeAttribute('maxlength')
  nameControl(node.element, control)
  if (focus || autoFocus) queueMicrotask(() => control.focus())
}

/** The name stands on the element around the control; a screen reader asks the control. */
function nameControl(element: HTMLElement, control: Control): void {
  queueMicrotask(() => {
    const label = element.getAttribute('aria-label') ?? control.placeholder
    if (label) control.setAttribute('aria-label', label)
    element.removeAttribute('role')
    element.removeAttribute('tabindex')
  })
}

/** A name may change without any property of the field: when it says what is wrong. */
function followName(element: HTMLElement, control: Control): void {
  const names = new MutationObserver(() => nameControl(element, control))
  names.observe(element, { attributes: true, attributeFilter: ['aria-label'] })
}
