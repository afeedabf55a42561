import type { Element, GeneralComponent, Node } from 'glass-easel'
import type { OpenPage } from '../../phone/runtime/page'
import type { OfElement } from '../protocol'
import { findPage } from './pages'

/** The nodes of one page that the client has met, by the id it knows them by. */
class KnownNodes {
  private readonly ids = new Map<Element, string>()

  idOf(node: Element): string {
    const id = this.ids.get(node) ?? `e${this.ids.size + 1}`
    this.ids.set(node, id)
    return id
  }

  find(wanted: string): Element | undefined {
    return [...this.ids].find(([, id]) => id === wanted)?.[0]
  }
}

const known = new WeakMap<OpenPage, KnownNodes>()

function knownOf(page: OpenPage): KnownNodes {
  const nodes = known.get(page) ?? new KnownNodes()
  known.set(page, nodes)
  return nodes
}

/** What the client makes an element of; a `nodeId` makes it a component with data and methods. */
export function describeNode(page: OpenPage, node: Element) {
  const elementId = knownOf(page).idOf(node)
  const isCustom = customComponent(node) !== undefined && node !== rootOf(page)
  return { elementId, tagName: tagOf(node), ...(isCustom ? { nodeId: elementId } : {}) }
}

export function findNode(params: OfElement): Element {
  const page = findPage(params)
  const node = knownOf(page).find(params.elementId)
  if (!node || !isOn(page, node)) throw new Error('element destroyed')
  return node
}

export function rootOf({ root }: OpenPage): GeneralComponent {
  return root.getComponent()
}

/** A component of the mini program; those of WeChat's own, such as `view`, are none. */
export function customComponent(node: Node): GeneralComponent | undefined {
  const component = node.asGeneralComponent()
  return component && !component.is.startsWith('wx/') ? component : undefined
}

export function tagOf(node: Element): string {
  return node.asGeneralComponent()?.tagName ?? node.asNativeNode()?.is ?? ''
}

/** The elements on the screen: one, or for a component without a host of its own (`virtualHost`) its children's. */
export function elementsOf(node: Element): HTMLElement[] {
  const own = node.getBackendElement() as unknown
  if (own instanceof HTMLElement) return [own]
  return node
    .getComposedChildren()
    .flatMap((child) => (child.asElement() ? elementsOf(child as Element) : []))
}

export function elementOf(node: Element): HTMLElement {
  const [first] = elementsOf(node)
  if (!first) throw new Error(`<${tagOf(node)}> has no element on the page`)
  return first
}

/** What a person types into. */
export function controlOf(node: Element): HTMLInputElement | HTMLTextAreaElement | undefined {
  if (!['input', 'textarea'].includes(tagOf(node))) return undefined
  return elementOf(node).querySelector<HTMLInputElement>('input, textarea') ?? undefined
}

function isOn(page: OpenPage, node: Element): boolean {
  let at: Element | null | undefined = node
  while (at && at !== rootOf(page)) at = at.parentNode ?? at.asShadowRoot()?.getHostNode()
  return Boolean(at)
}
