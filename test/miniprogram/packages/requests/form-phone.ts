import type { Wechat } from '../../services/wechat'

/** What a form asks of WeChat besides the functions. */
export function formApis(noted: [api: string, options: unknown][] = []): Record<string, unknown> {
  const query = {
    in: () => query,
    select: () => query,
    selectViewport: () => query,
    boundingClientRect: () => query,
    scrollOffset: () => query,
    exec: (found: (rects: unknown[]) => void) => found([{ top: 500 }, { scrollTop: 0 }]),
  }
  const note = (name: string) => (options: unknown) => {
    noted.push([name, options])
    return Promise.resolve({})
  }
  return {
    createSelectorQuery: () => query,
    pageScrollTo: note('pageScrollTo'),
    requestSubscribeMessage: note('requestSubscribeMessage'),
  }
}

/** The ids under which it was sent. */
export function idsOf({ sent }: Wechat): unknown[] {
  return sent.map(({ requestId }) => requestId)
}
