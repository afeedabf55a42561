const PAGES = '/packages/admin/pages'

/** A page about a cohort, or about a part of it. */
export function openPage(page: string, query: Readonly<Record<string, string>> = {}): void {
  void wx.navigateTo({ url: urlOf(page, query) })
}

/** The same in place of the page that one is on. */
export function turnTo(page: string, query: Readonly<Record<string, string>> = {}): void {
  void wx.redirectTo({ url: urlOf(page, query) })
}

function urlOf(page: string, query: Readonly<Record<string, string>>): string {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${PAGES}/${page}/${page}${words.length > 0 ? `?${words.join('&')}` : ''}`
}
