import type { Program } from '../program'

/** Puts app.wxss and every component's styles on the phone, those that use others after them. */
export function addStyles(program: Program): void {
  addStyle('app', program.appCss)
  for (const { path, css } of [...program.components].reverse()) addStyle(path, css)
}

function addStyle(path: string, css: string): void {
  const style = document.createElement('style')
  style.dataset.wxss = path
  style.textContent = css
  document.head.append(style)
}
