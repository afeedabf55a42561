import { Element, type BoundingClientRect } from 'glass-easel'
import { component } from 'glass-easel-miniprogram-adapter'
import { canvasNodeOf } from './canvas'
import { viewportTop } from './viewport'

/** Makes selector queries count from the page's corner, and tell how far the page is scrolled. */
export function measureFromPage(): void {
  const measure = Element.prototype.getBoundingClientRect
  Element.prototype.getBoundingClientRect = function (answer): void {
    measure.call(this, ({ left, top, width, height }: BoundingClientRect) => {
      answer({ left, top: top - viewportTop(), width, height })
    })
  }
  Element.prototype.getContext = function (answer): void {
    answer(canvasNodeOf(this.getBackendElement() as unknown as HTMLElement))
  }
  const prototype = component.ComponentCaller.prototype
  const create = prototype.createSelectorQuery
  prototype.createSelectorQuery = function () {
    const query = create.call(this)
    const select = query.select.bind(query)
    query.select = (selector) => withNode(select(selector))
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

/** The adapter (0.12.1) knows no `node: true`; a canvas answers it by way of `context`. */
function withNode(one: NodesRef): NodesRef {
  const fields = one.fields.bind(one)
  one.fields = (wanted, answer) => {
    if (!('node' in wanted) || !wanted.node) return fields(wanted, answer)
    return fields({ ...wanted, context: true }, (found) => {
      const given = found as { context?: unknown; node?: unknown } | null
      if (given) {
        given.node = given.context
        delete given.context
      }
      answer?.(found)
    })
  }
  return one
}
