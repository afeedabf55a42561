import type { Element, Node } from 'glass-easel'
import { toText } from './json'
import { customComponent, elementsOf, tagOf } from './nodes'

/**
 * The page's nodes as an XML document, in WXML's tags: glass-easel finds nodes only by id and class, and
 * the browser's own elements have other tags and classes. `shadow` keeps to one component's own
 * template, as `$` does; `composed` shows what all components made, as a person sees it.
 */
export class WxmlMirror {
  readonly document = document.implementation.createDocument(null, null)
  private readonly nodes = new Map<globalThis.Node, Element>()

  constructor(
    root: Element,
    private readonly depth: 'shadow' | 'composed',
    rootTag = tagOf(root),
  ) {
    this.document.append(this.mirror(root, rootTag, this.childrenOfRoot(root)))
  }

  /** By CSS selector. */
  select(selector: string): Element[] {
    return this.originals([...this.document.querySelectorAll(selector)])
  }

  xpath(expression: string): Element[] {
    const type = XPathResult.ORDERED_NODE_SNAPSHOT_TYPE
    const found = this.document.evaluate(expression, this.document, null, type)
    return this.originals(
      Array.from({ length: found.snapshotLength }, (_, index) => found.snapshotItem(index)),
    )
  }

  serialize(part: 'inner' | 'outer'): string {
    const root = this.document.documentElement
    return part === 'outer' ? root.outerHTML : root.innerHTML
  }

  private originals(mirrored: (globalThis.Node | null)[]): Element[] {
    return mirrored.flatMap((node) => (node ? (this.nodes.get(node) ?? []) : []))
  }

  /** A component's own template, then what was put between its tags. */
  private childrenOfRoot(root: Element): Node[] {
    if (this.depth === 'composed') return root.getComposedChildren()
    const shadow = customComponent(root)?.getShadowRoot()
    return [...(shadow?.childNodes ?? []), ...root.childNodes]
  }

  private mirror(node: Element, tag: string, children: readonly Node[]): globalThis.Element {
    const element = this.document.createElement(tag)
    this.nodes.set(element, node)
    for (const [name, value] of Object.entries(attributesOf(node))) {
      element.setAttribute(name, value)
    }
    element.append(...children.flatMap((child) => this.mirrorChild(child)))
    return element
  }

  /** What is no element of WXML (`block`, slots, shadow roots) leaves its place to its children. */
  private mirrorChild(node: Node): (globalThis.Node | string)[] {
    const text = node.asTextNode()
    if (text) return [text.textContent]
    const element = node as Element
    const children = this.depth === 'composed' ? element.getComposedChildren() : element.childNodes
    const tag = tagOf(element)
    return tag === ''
      ? children.flatMap((child) => this.mirrorChild(child))
      : [this.mirror(element, tag, children)]
  }
}

/** Attributes as the template wrote them; those for screen readers stand on the element. */
export function attributesOf(node: Element): Record<string, string> {
  const own = { id: node.id, class: node.class, style: node.style }
  const attributes = Object.entries(own).filter(([, value]) => value !== '')
  for (const [name, value] of Object.entries(node.dataset)) {
    const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    attributes.push([`data-${dashed}`, toText(value)])
  }
  for (const { name, value } of elementsOf(node)[0]?.attributes ?? []) {
    if (name === 'role' || name.startsWith('aria-')) attributes.push([name, value])
  }
  return Object.fromEntries(attributes)
}
