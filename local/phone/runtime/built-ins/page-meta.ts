import { builtIn } from './built-in'

/** Changes the page it stands in. Text sizes `system` follow WeChat's text size setting. */
export const pageMeta = builtIn({
  properties: {
    pageStyle: '',
    pageFontSize: '',
    rootFontSize: '',
    backgroundColor: '',
    rootBackgroundColor: '',
    backgroundColorTop: '',
    backgroundColorBottom: '',
    backgroundTextStyle: '',
    scrollTop: '',
    scrollDuration: 300,
  },
  events: ['resize', 'scroll', 'scrolldone'],
  attached({ element, properties }) {
    applyToPage(element, properties)
  },
  changed({ element, properties }) {
    if (element.isConnected) applyToPage(element, properties)
  },
})

function applyToPage(element: HTMLElement, properties: Record<string, unknown>): void {
  const page = element.closest<HTMLElement>('wx-page')
  const frame = element.closest<HTMLElement>('phone-frame')
  if (!page || !frame) return
  const { pageStyle, pageFontSize, rootFontSize, backgroundColor, rootBackgroundColor } = properties
  page.style.cssText = String(pageStyle)
  if (pageFontSize !== '') page.style.fontSize = fontSize(pageFontSize)
  if (rootBackgroundColor !== '') page.style.backgroundColor = String(rootBackgroundColor)
  if (backgroundColor !== '') frame.style.backgroundColor = String(backgroundColor)
  frame.dataset.rootFontSize = rootFontSize === '' ? '' : fontSize(rootFontSize)
  document.documentElement.style.fontSize = frame.dataset.rootFontSize
}

function fontSize(value: unknown): string {
  return value === 'system' ? 'var(--system-font-size)' : String(value)
}
