import type { Root } from 'glass-easel-miniprogram-adapter'
import type { PageConfig } from '../program'
import type { Engine } from './engine'
import { EventChannel } from './event-channel'
import type { PageUrl } from './url'

/** The object behind `this` in a page. */
export type PageInstance = Record<string, unknown> & { route: string; options: PageUrl['query'] }

/** One page of the stack with its place on the screen. */
export interface OpenPage extends PageUrl {
  id: number
  config: PageConfig
  frame: HTMLElement
  scroller: HTMLElement
  root: Root
  instance: PageInstance
  openerChannel: EventChannel
  isReady: boolean
  /** Set by wx.setNavigationBarTitle and wx.setNavigationBarColor. */
  title?: string
  barColors?: { front: string; back: string }
  /** Set by wx.enableAlertBeforeUnload: to be asked before the back button leaves the page. */
  leavingQuestion?: string
}

let lastId = 0

export function createPage({ space, backend }: Engine, url: PageUrl, config: PageConfig): OpenPage {
  const frame = document.createElement('phone-frame')
  const scroller = document.createElement('phone-scroller')
  const placeholder = document.createElement('span')
  frame.dataset.page = url.path
  scroller.append(placeholder)
  frame.append(scroller)
  document.querySelector('phone-screen')?.append(frame)
  const root = backend.createRoot('page', space, url.path)
  const instance = root.get() as unknown as PageInstance
  const openerChannel = new EventChannel()
  Object.assign(instance, {
    route: url.path,
    options: url.query,
    getOpenerEventChannel: () => openerChannel,
  })
  type Parent = Parameters<Root['attach']>[0]
  root.attach(scroller as unknown as Parent, placeholder as unknown as Parent)
  lastId += 1
  const page = {
    ...url,
    id: lastId,
    config,
    frame,
    scroller,
    root,
    instance,
    openerChannel,
    isReady: false,
  }
  reportScrolling(page)
  return page
}

/** Calls a life cycle method if the page has it; what it throws is an uncaught error, not ours. */
export function callPage(page: OpenPage, method: string, ...values: unknown[]): unknown {
  const own = page.instance[method]
  if (typeof own !== 'function') return undefined
  try {
    return (own as (...values: unknown[]) => unknown).apply(page.instance, values)
  } catch (error) {
    reportError(error)
    return undefined
  }
}

/** The components of the page that watch it: `pageLifetimes`. */
export function tellComponents(page: OpenPage, lifetime: string, ...values: unknown[]): void {
  page.root.getComponent().triggerPageLifetime(lifetime, values as never)
}

export function destroyPage(page: OpenPage): void {
  callPage(page, 'onUnload')
  page.root.release()
  page.frame.remove()
}

function reportScrolling(page: OpenPage): void {
  const { scroller, config } = page
  const distance = config.onReachBottomDistance ?? 50
  let wasAtEnd = false
  scroller.addEventListener('scroll', () => {
    callPage(page, 'onPageScroll', { scrollTop: scroller.scrollTop })
    const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < distance
    if (isAtEnd && !wasAtEnd) callPage(page, 'onReachBottom')
    wasAtEnd = isAtEnd
  })
}
