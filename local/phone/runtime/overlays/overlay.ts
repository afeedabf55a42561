import { noteTap } from '../tap-turn'

/** Elements that WeChat draws over the page. */
export function element(tag: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  if (className !== '') made.className = className
  return made
}

export function button(text: string, onClick: () => void, className = ''): HTMLButtonElement {
  const made = element('button', text, className) as HTMLButtonElement
  made.type = 'button'
  made.addEventListener('click', () => {
    noteTap()
    onClick()
  })
  return made
}

/**
 * Shows a dialog over the page and answers what `build` chose through `choose`; Escape and a click
 * beside it, where `dismissed` is given, answer that.
 */
export function ask<T>(
  label: string,
  build: (choose: (answer: T) => void) => HTMLElement,
  dismissed?: T,
): Promise<T> {
  return new Promise((resolve) => {
    const mask = document.createElement('phone-mask')
    const before = document.activeElement as HTMLElement | null
    const choose = (answer: T): void => {
      mask.remove()
      before?.focus()
      resolve(answer)
    }
    const dismiss = (): void => {
      if (dismissed !== undefined) choose(dismissed)
    }
    const box = build(choose)
    box.setAttribute('role', 'dialog')
    box.setAttribute('aria-modal', 'true')
    box.setAttribute('aria-label', label)
    mask.append(box)
    mask.addEventListener('click', (event) => {
      if (event.target === mask) dismiss()
    })
    mask.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') dismiss()
    })
    document.body.append(mask)
    firstOf(box)?.focus()
  })
}

/** What a keyboard starts at: a list to choose from or a field, else the last answer. */
function firstOf(box: HTMLElement): HTMLElement | null {
  return (
    box.querySelector('[role="listbox"]') ??
    box.querySelector('input:not([hidden]), button:last-of-type')
  )
}
