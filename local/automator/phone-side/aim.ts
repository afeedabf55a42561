import type { Element } from 'glass-easel'
import { viewportTop } from '../../phone/runtime/viewport'
import type { OfElement, TouchPoint, Touching } from '../protocol'
import { elementOf, findNode, tagOf } from './nodes'
import { findPage } from './pages'

interface Point {
  x: number
  y: number
}

/** How long something may still move or be covered, such as by a page that is sliding in. */
const PATIENCE_MS = 3000

/** Where a finger has to press to hit the node: its centre, in view, at rest and not covered. */
export async function aim(params: OfElement): Promise<Point> {
  const node = findNode(params)
  const end = performance.now() + PATIENCE_MS
  let last: Point | undefined
  for (;;) {
    const point = bringIntoView(elementOf(node))
    const hindrance = hindranceAt(node, point)
    if (!hindrance && last?.x === point.x && last.y === point.y) return point
    if (hindrance && performance.now() > end) throw new Error(hindrance)
    last = point
    await new Promise(requestAnimationFrame)
  }
}

/** Where a touch is that the client describes; the node's centre when it does not. */
export async function aimTouch(params: OfElement & Touching): Promise<Point> {
  const { touches = [], changeTouches = [] } = params
  const [touch = changeTouches[0]] = touches
  if (touches.length > 1) throw new Error('预览手机只有一根手指：鼠标')
  return touch ? inWindow(touch, findPage(params).scroller) : aim(params)
}

function inWindow({ clientX, clientY, pageX = 0, pageY = 0 }: TouchPoint, scroller: HTMLElement) {
  return {
    x: clientX ?? pageX - scroller.scrollLeft,
    y: viewportTop() + (clientY ?? pageY - scroller.scrollTop),
  }
}

function bringIntoView(element: HTMLElement): Point {
  const isVisible = (point: Point): boolean =>
    point.x >= 0 && point.y >= viewportTop() && point.x < innerWidth && point.y < innerHeight
  if (!isVisible(centreOf(element))) {
    element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
  }
  return centreOf(element)
}

function centreOf(element: HTMLElement): Point {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

function hindranceAt(node: Element, { x, y }: Point): string | undefined {
  const element = elementOf(node)
  if (element.getClientRects().length === 0) return `<${tagOf(node)}> is not on the screen`
  const hit = document.elementFromPoint(x, y)
  // The middle of a text that runs over two lines may be beside it.
  const isBeside = hit?.closest('phone-scroller') && hit.contains(element)
  if (element.contains(hit) || isBeside) return undefined
  return `<${tagOf(node)}> is covered by <${hit?.localName ?? 'nothing'}>`
}
