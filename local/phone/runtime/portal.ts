/**
 * `root-portal` draws its children above everything else on the page. The element stays where the
 * template put it, so that glass-easel finds its place again; its children live in a layer of the page.
 */
const layers = new WeakMap<HTMLElement, HTMLElement>()

export function createPortalElement(): HTMLElement {
  const portal = document.createElement('root-portal')
  const layer = document.createElement('phone-portal')
  layers.set(portal, layer)
  portal.appendChild = (node) => layer.appendChild(node)
  portal.insertBefore = (node, before) => layer.insertBefore(node, before)
  portal.removeChild = (node) => layer.removeChild(node)
  portal.replaceChild = (node, old) => layer.replaceChild(node, old)
  return portal
}

export function openPortal(portal: HTMLElement): void {
  const layer = layers.get(portal)
  if (layer) portal.closest('phone-frame')?.append(layer)
}

export function closePortal(portal: HTMLElement): void {
  layers.get(portal)?.remove()
}
