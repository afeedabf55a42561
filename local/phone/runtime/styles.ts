import type { Program } from '../program'

/** Puts app.wxss and every component's styles on the page; those of a page hold only while it shows. */
export function addStyles(program: Program): (page: string) => void {
  const ofPages = new Map<string, HTMLStyleElement>()
  addStyle('app', program.appCss)
  for (const { path, css, isPage } of [...program.components].reverse()) {
    const style = addStyle(path, css)
    if (isPage) ofPages.set(path, style)
  }
  return (page) => {
    for (const [path, style] of ofPages) style.disabled = path !== page
  }
}

function addStyle(path: string, css: string): HTMLStyleElement {
  const style = document.createElement('style')
  style.dataset.wxss = path
  style.textContent = css
  document.head.append(style)
  return style
}
