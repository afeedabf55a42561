import { Event as WxEvent, type Element, type EventOptions } from 'glass-easel'
import { surfaceOf } from './canvas'
import { noteTap } from './tap-turn'
import { viewportTop, visibleScroller } from './viewport'

interface Touch {
  identifier: number
  clientX: number
  clientY: number
  pageX: number
  pageY: number
}

interface Point {
  identifier?: number
  clientX: number
  clientY: number
}

/** Hands an event to the mini program with its touches beside `detail`, as WeChat has them. */
export function dispatch(
  target: Element,
  type: string,
  detail: unknown,
  options: EventOptions,
): void {
  if (type === 'tap') noteTap()
  const extraFields = touchesOf(options.originalEvent, placeOf(target))
  WxEvent.dispatchEvent(target, new WxEvent(type, inPage(detail), { ...options, extraFields }))
}

/** Dispatches what we made of a DOM event ourselves, on the nearest node of the mini program. */
export function trigger(original: Event, type: string): void {
  const target = nodeOf(original.target)
  if (!target) return
  const detail = original instanceof MouseEvent ? { x: original.clientX, y: original.clientY } : {}
  const options = { originalEvent: original, bubbles: true, composed: true, capturePhase: true }
  dispatch(target, type, detail, options)
}

/** glass-easel marks the DOM elements it made with `__wxElement`. */
function nodeOf(target: EventTarget | null): Element | undefined {
  let node = target as (Node & { __wxElement?: Element }) | null
  while (node && !node.__wxElement) node = node.parentNode
  return node?.__wxElement
}

/** `tap` tells where, counted from the page's corner. */
function inPage(detail: unknown): unknown {
  if (typeof detail !== 'object' || detail === null || !('x' in detail && 'y' in detail)) {
    return detail
  }
  return { ...detail, y: Number(detail.y) - viewportTop() }
}

/** Where a canvas lies; on it touches are counted from its own corner. */
function placeOf(target: Element): DOMRect | undefined {
  const element = target.getBackendElement() as unknown as HTMLElement | null
  return element ? surfaceOf(element)?.getBoundingClientRect() : undefined
}

function touchesOf(original: unknown, canvas?: DOMRect): Record<string, unknown> | undefined {
  const touchOf = (point: Point) => (canvas ? onCanvas(point, canvas) : onPage(point))
  if (typeof TouchEvent !== 'undefined' && original instanceof TouchEvent) {
    const { touches, changedTouches } = original
    return { touches: [...touches].map(touchOf), changedTouches: [...changedTouches].map(touchOf) }
  }
  if (!(original instanceof MouseEvent)) return undefined
  const touch = touchOf(original)
  return { touches: [touch], changedTouches: [touch] }
}

/** A `CanvasTouch` has nothing else. */
function onCanvas({ identifier = 0, clientX, clientY }: Point, { left, top }: DOMRect) {
  return { identifier, x: clientX - left, y: clientY - top }
}

function onPage({ identifier = 0, clientX, clientY }: Point): Touch {
  const y = clientY - viewportTop()
  const scrolled = visibleScroller()?.scrollTop ?? 0
  return { identifier, clientX, clientY: y, pageX: clientX, pageY: y + scrolled }
}
