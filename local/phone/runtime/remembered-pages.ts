import { formatPageUrl, type PageUrl } from './url'

/** A reload, by hand or after a new build, finds the pages that were open, not only the one on top. */
export function rememberPages(openid: string, pages: PageUrl[]): void {
  sessionStorage.setItem(keyOf(openid), JSON.stringify(pages.map(formatPageUrl)))
}

/** @returns the pages to open for the page that the address names, that one last */
export function recallPages(openid: string, top: PageUrl): string[] {
  const remembered = JSON.parse(sessionStorage.getItem(keyOf(openid)) ?? '[]') as string[]
  const named = formatPageUrl(top)
  return remembered.at(-1) === named ? remembered : [named]
}

function keyOf(openid: string): string {
  return `phone:${openid}:pages`
}
