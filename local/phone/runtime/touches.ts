import { Event, type Element, type EventOptions } from 'glass-easel'
import type { PhoneBackend } from './backend'

interface Point {
  identifier: number
  pageX: number
  pageY: number
  clientX: number
  clientY: number
}

const LONG_PRESS_MS = 350

/** Hands the DOM's touches, mouse and keyboard to the mini program as the events WeChat has. */
export function listenToTouches(backend: PhoneBackend): void {
  backend.onEvent((target, type, detail, options) => {
    dispatch(target, type, detail, options)
  })
  document.body.addEventListener('touchstart', startLongPress, { capture: true, passive: true })
  document.body.addEventListener('mousedown', startLongPress, { capture: true })
  document.addEventListener('keydown', tapByKeyboard)
  document.addEventListener('click', tapWithoutPointer)
}

/** WeChat's events carry their touches beside `detail`. */
function dispatch(target: Element, type: string, detail: unknown, options: EventOptions): void {
  const extraFields = touchesOf(options.originalEvent)
  Event.dispatchEvent(target, new Event(type, detail, { ...options, extraFields }))
}

function touchesOf(original: unknown): Record<string, unknown> | undefined {
  if (typeof TouchEvent !== 'undefined' && original instanceof TouchEvent) {
    return { touches: points(original.touches), changedTouches: points(original.changedTouches) }
  }
  if (!(original instanceof MouseEvent)) return undefined
  const point = pointOf({ ...coordinates(original), identifier: 0 })
  return { touches: [point], changedTouches: [point] }
}

function coordinates({ pageX, pageY, clientX, clientY }: MouseEvent) {
  return { pageX, pageY, clientX, clientY }
}

function points(touches: TouchList): Point[] {
  return [...touches].map(pointOf)
}

function pointOf({ identifier, pageX, pageY, clientX, clientY }: Point): Point {
  return { identifier, pageX, pageY, clientX, clientY }
}

function trigger(original: globalThis.Event, type: string): void {
  const target = miniProgramNode(original.target)
  if (!target) return
  const at = original instanceof MouseEvent ? { x: original.clientX, y: original.clientY } : {}
  const options = { originalEvent: original, bubbles: true, composed: true, capturePhase: true }
  dispatch(target, type, at, options)
}

/** The nearest node that glass-easel made; it marks its DOM elements with `__wxElement`. */
function miniProgramNode(target: EventTarget | null): Element | undefined {
  let node = target as (Node & { __wxElement?: Element }) | null
  while (node && !node.__wxElement) node = node.parentNode
  return node?.__wxElement
}

function startLongPress(event: globalThis.Event): void {
  const ends = ['touchend', 'touchmove', 'touchcancel', 'mouseup', 'mousemove']
  const timer = setTimeout(() => trigger(event, 'longpress'), LONG_PRESS_MS)
  const stop = (): void => {
    clearTimeout(timer)
    for (const end of ends) document.body.removeEventListener(end, stop, true)
  }
  for (const end of ends) document.body.addEventListener(end, stop, true)
}

/** Not WeChat's, but the web's: who cannot use a pointer can still walk through the preview. */
function tapByKeyboard(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  if (event.key !== 'Enter' && event.key !== ' ') return
  if (!target.matches('[role][tabindex]')) return
  event.preventDefault()
  trigger(event, 'tap')
}

/** Screen readers and `element.click()` click without ever pressing; glass-easel waits for a press. */
function tapWithoutPointer(event: MouseEvent): void {
  if (event.detail === 0) trigger(event, 'tap')
}
