/**
 * A page's own window: what lies below the navigation bar. WeChat counts all positions from its corner,
 * the browser from that of the whole phone.
 */
export function viewportTop(): number {
  return document.querySelector('phone-screen')?.getBoundingClientRect().top ?? 0
}

export function viewportHeight(): number {
  return document.querySelector('phone-screen')?.clientHeight ?? innerHeight
}

/** What scrolls the page on top. */
export function visibleScroller(): Element | null {
  return document.querySelector('phone-frame:not([covered]) phone-scroller')
}
