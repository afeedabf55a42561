import { Element, type BoundingClientRect } from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import { viewportTop } from './viewport'

/** Makes selector queries count from the page's corner, and tell how far the page is scrolled. */
export function measureFromPage(): void {
  const measure = Element.prototype.getBoundingClientRect
  Element.prototype.getBoundingClientRect = function (answer): void {
    measure.call(this, ({ left, top, width, height }: BoundingClientRect) => {
      answer({ left, top: top - viewportTop(), width, height })
    })
  }
  const prototype = component.ComponentCaller.prototype
  const create = prototype.createSelectorQuery
  prototype.createSelectorQuery = function () {
    const query = create.call(this)
    const selectViewport = query.selectViewport.bind(query)
    query.selectViewport = () => withScrollOffset(selectViewport())
    return query
  }
}

type NodesRef = ReturnType<
  ReturnType<typeof component.ComponentCaller.prototype.createSelectorQuery>['selectViewport']
>

/** The adapter (0.12.1) answers where the page is instead of how far it is scrolled: its negative. */
function withScrollOffset(viewport: NodesRef): NodesRef {
  const scrollOffset = viewport.scrollOffset.bind(viewport)
  viewport.scrollOffset = (answer) =>
    scrollOffset((offset) => {
      offset.scrollTop = -offset.scrollTop
      offset.scrollLeft = -offset.scrollLeft
      answer?.(offset)
    })
  return viewport
}
