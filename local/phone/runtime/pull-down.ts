import { callPage, type OpenPage } from './page'

/** How far a finger pulls before letting go refreshes, and how far the page stays down meanwhile. */
const TRIGGER_PX = 50
const RESISTANCE = 2

/** Pull to refresh by finger or mouse, on pages that have `enablePullDownRefresh`. */
export function enablePullDown(page: OpenPage): void {
  if (page.config.enablePullDownRefresh !== true) return
  const dots = document.createElement('phone-refresh')
  dots.setAttribute('aria-hidden', 'true')
  page.frame.prepend(dots)
  const { scroller } = page
  let start: number | undefined
  const begin = (y: number): void => {
    start = scroller.scrollTop <= 0 && !isRefreshing(page) ? y : undefined
  }
  const pull = (y: number): void => {
    if (start === undefined) return
    pullTo(page, Math.max(0, (y - start) / RESISTANCE))
  }
  const release = (y: number): void => {
    const distance = start === undefined ? 0 : (y - start) / RESISTANCE
    start = undefined
    if (distance >= TRIGGER_PX) startRefresh(page)
    else if (!isRefreshing(page)) pullTo(page, 0)
  }
  listen(scroller, begin, pull, release)
}

export function startRefresh(page: OpenPage): void {
  page.frame.setAttribute('refreshing', '')
  pullTo(page, TRIGGER_PX)
  callPage(page, 'onPullDownRefresh')
}

export function stopRefresh(page: OpenPage): void {
  page.frame.removeAttribute('refreshing')
  pullTo(page, 0)
}

function isRefreshing(page: OpenPage): boolean {
  return page.frame.hasAttribute('refreshing')
}

function pullTo({ frame }: OpenPage, distance: number): void {
  frame.style.setProperty('--pulled', `${distance}px`)
}

type Move = (y: number) => void

function listen(scroller: HTMLElement, begin: Move, pull: Move, release: Move): void {
  const ofTouch = (move: Move) => (event: TouchEvent) => move(event.changedTouches[0]?.clientY ?? 0)
  scroller.addEventListener('touchstart', ofTouch(begin), { passive: true })
  scroller.addEventListener('touchmove', ofTouch(pull), { passive: true })
  scroller.addEventListener('touchend', ofTouch(release))
  scroller.addEventListener('mousedown', (down) => {
    begin(down.clientY)
    const move = (event: MouseEvent): void => pull(event.clientY)
    const up = (event: MouseEvent): void => {
      release(event.clientY)
      document.removeEventListener('mousemove', move)
    }
    document.addEventListener('mousemove', move)
    document.addEventListener('mouseup', up, { once: true })
  })
}
