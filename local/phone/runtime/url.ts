export interface PageUrl {
  path: string
  query: Record<string, string>
}

/** Reads a page's address as WeChat's navigation does: absolute, or relative to the page on top. */
export function parsePageUrl(url: string, currentPath = ''): PageUrl {
  const [location = '', search = ''] = url.split('?')
  const path = new URL(location, `http://phone/${currentPath}`).pathname.slice(1)
  const pairs = search.split('&').filter((pair) => pair !== '')
  return { path, query: Object.fromEntries(pairs.map(parsePair)) }
}

/** WeChat hands query values to `onLoad` undecoded only in old base libraries; now decoded. */
function parsePair(pair: string): [string, string] {
  const [name = '', ...value] = pair.split('=')
  return [decodeURIComponent(name), decodeURIComponent(value.join('='))]
}

export function formatPageUrl({ path, query }: PageUrl): string {
  const pairs = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path
}
