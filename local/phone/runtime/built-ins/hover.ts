import type { BuiltInNode } from './built-in'

export const HOVER = {
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
}

/** Puts `hover-class` on while a finger or the mouse is down; WeChat's delays are left out. */
export function followHover(node: BuiltInNode<typeof HOVER>): void {
  const { element } = node
  let worn: string[] = []
  const press = (event: Event): void => {
    const { hoverClass, hoverStopPropagation } = node.properties
    if (hoverStopPropagation) event.stopPropagation()
    if (hoverClass === 'none' || element.hasAttribute('disabled')) return
    worn = hoverClass
      .split(' ')
      .filter(Boolean)
      .flatMap((name) => scopedNames(element, name))
    element.classList.add(...worn)
  }
  const release = (): void => element.classList.remove(...worn)
  element.addEventListener('pointerdown', press)
  for (const end of ['pointerup', 'pointerleave', 'pointercancel']) {
    element.addEventListener(end, release)
  }
}

/** A class belongs to the component whose template names it: the node's other classes show which. */
function scopedNames(element: HTMLElement, name: string): string[] {
  const scope = /(?:^| )(_\w+?)--/.exec(element.className)?.[1]
  return scope === undefined ? [name] : [name, `${scope}--${name}`]
}
