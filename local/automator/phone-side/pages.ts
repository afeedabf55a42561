import type { OpenPage } from '../../phone/runtime/page'
import type { ExposedPhone } from '../../phone/runtime/phone'
import type { Handlers, OfPage, PhoneRequests } from '../protocol'
import { callNamed, readPath } from './json'

/** The phone counts its pages from 1 after each load; the client keeps pages by id for ever. */
const FIRST_ID = Math.round(performance.timeOrigin) * 1000

export function phone(): ExposedPhone {
  return (globalThis as unknown as { __phone: ExposedPhone }).__phone
}

function openPages(): OpenPage[] {
  return phone().pages
}

export function findPage({ pageId }: OfPage): OpenPage {
  const found = openPages().find(({ id }) => FIRST_ID + id === pageId)
  if (!found) throw new Error('page destroyed')
  return found
}

export function topPage(): OpenPage {
  const top = openPages().at(-1)
  if (!top) throw new Error('no page is open')
  return top
}

function describePage({ id, path, query }: OpenPage) {
  return { pageId: FIRST_ID + id, path, query }
}

/** A page has a window of its own in WeChat; here it is one scrolling part of the phone's. */
const SCROLLED = /^document\.(body|documentElement)\.(?=scroll)/

type PageMethod =
  | 'App.getCurrentPage'
  | 'App.getPageStack'
  | 'Page.getData'
  | 'Page.setData'
  | 'Page.callMethod'
  | 'Page.getWindowProperties'

export const pageHandlers: Pick<Handlers<PhoneRequests>, PageMethod> = {
  'App.getCurrentPage': () => describePage(topPage()),
  'App.getPageStack': () => ({ pageStack: openPages().map(describePage) }),
  'Page.getData': (params) => ({ data: readPath(findPage(params).instance.data, params.path) }),
  'Page.setData': (params) => setData(findPage(params).instance, params.data),
  'Page.callMethod': (params) => callNamed(findPage(params).instance, 'page', params),
  'Page.getWindowProperties': (params) => {
    const { scroller } = findPage(params)
    const read = (name: string): unknown =>
      SCROLLED.test(name)
        ? readPath(scroller, name.replace(SCROLLED, ''))
        : readPath(globalThis, name)
    return { properties: params.names.map(read) }
  },
}

/** Answers once the page shows it. */
export function setData(caller: object, data: Record<string, unknown>): Promise<void> {
  return new Promise((resolve) => {
    ;(caller as { setData(data: object, done: () => void): void }).setData(data, () => resolve())
  })
}
