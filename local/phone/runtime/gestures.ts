import type { PhoneBackend } from './backend'
import { dispatch, trigger } from './touches'

const LONG_PRESS_MS = 350
const ENDS = ['touchend', 'touchmove', 'touchcancel', 'mouseup', 'mousemove']

/** Makes the mini program's events of what finger, mouse and keyboard do. */
export function listenToGestures(backend: PhoneBackend): void {
  backend.onEvent((target, type, detail, options) => dispatch(target, type, detail, options))
  const { body } = document
  body.addEventListener('touchstart', startLongPress, { capture: true, passive: true })
  body.addEventListener('mousedown', startLongPress, { capture: true })
  touchByMouse(body)
  document.addEventListener('keydown', tapByKeyboard)
  document.addEventListener('click', tapWithoutPointer)
}

function startLongPress(event: Event): void {
  const timer = setTimeout(() => trigger(event, 'longpress'), LONG_PRESS_MS)
  const stop = (): void => {
    clearTimeout(timer)
    for (const end of ENDS) document.body.removeEventListener(end, stop, true)
  }
  for (const end of ENDS) document.body.addEventListener(end, stop, true)
}

/** A mouse is a finger, until a real finger touches: then the browser invents mouse events of it. */
function touchByMouse(body: HTMLElement): void {
  let hasFinger = false
  let isDown = false
  const pass = (event: Event, touch: string): void => {
    if (isDown && !hasFinger) trigger(event, touch)
  }
  body.addEventListener('touchstart', () => (hasFinger = true), { capture: true, passive: true })
  body.addEventListener('mousedown', (event) => {
    isDown = true
    pass(event, 'touchstart')
  })
  body.addEventListener('mousemove', (event) => pass(event, 'touchmove'))
  body.addEventListener('mouseup', (event) => {
    pass(event, 'touchend')
    isDown = false
  })
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
